namespace Inference.Sdk.LlamaCpp.Tools;

/// <summary>The formats of tool calls that are known.</summary>
internal static class ToolCallFormats
{
    private static readonly IToolCallFormat[] All = [new HermesFormat(), new LlamaJsonFormat()];

    /// <summary>Finds the format that a chat template asks its model for.</summary>
    /// <param name="template">The template's source.</param>
    /// <returns>The format, or <see langword="null"/> where it is none that is known.</returns>
    public static IToolCallFormat? Detect(string template) => Array.Find(All, format => format.IsUsedBy(template));
}
