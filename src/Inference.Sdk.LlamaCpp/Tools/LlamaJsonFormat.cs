namespace Inference.Sdk.LlamaCpp.Tools;

/// <summary>The format of Llama 3.1 and 3.2: an answer that begins with
/// <c>{"name": ..., "parameters": {...}}</c> is a call; more may follow, with blanks or semicolons between. Nothing
/// marks a call, so other JSON with a name in it is text: a call has parameters, or the name of a tool there is.</summary>
internal sealed class LlamaJsonFormat : IToolCallFormat
{
    /// <inheritdoc/>
    public string Name => "llama-json";

    /// <inheritdoc/>
    public IReadOnlyList<string> Markers { get; } = [];

    /// <inheritdoc/>
    public string? CallEnd => null;

    /// <inheritdoc/>
    public bool IsUsedBy(string template) =>
        template.Contains("<|start_header_id|>", StringComparison.Ordinal)
        && template.Contains("\"parameters\"", StringComparison.Ordinal)
        && !template.Contains(HermesFormat.Begin, StringComparison.Ordinal)
        && !template.Contains("<function=", StringComparison.Ordinal);

    /// <inheritdoc/>
    public IToolCallParser CreateParser(IReadOnlySet<string> tools) => new LlamaJsonParser(tools);
}
