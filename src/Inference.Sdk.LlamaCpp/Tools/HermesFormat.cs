namespace Inference.Sdk.LlamaCpp.Tools;

/// <summary>The format of Hermes and Qwen 2.5 and 3: each call is
/// <c>&lt;tool_call&gt;{"name": ..., "arguments": {...}}&lt;/tool_call&gt;</c>, after text and after each other.</summary>
internal sealed class HermesFormat : IToolCallFormat
{
    /// <summary>What begins a call.</summary>
    public const string Begin = "<tool_call>";

    /// <summary>What ends a call.</summary>
    public const string End = "</tool_call>";

    /// <inheritdoc/>
    public string Name => "hermes";

    /// <inheritdoc/>
    public IReadOnlyList<string> Markers { get; } = [Begin, End];

    /// <inheritdoc/>
    public string CallEnd => End;

    /// <inheritdoc/>
    /// <remarks>Qwen's coder models put XML between the same tags.</remarks>
    public bool IsUsedBy(string template) =>
        template.Contains(Begin, StringComparison.Ordinal)
        && template.Contains("arguments", StringComparison.Ordinal)
        && !template.Contains("<function=", StringComparison.Ordinal);

    /// <inheritdoc/>
    public IToolCallParser CreateParser(IReadOnlySet<string> tools) => new HermesParser();
}
