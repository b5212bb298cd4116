namespace Inference.Sdk.LlamaCpp.Tools;

/// <summary>How a family of models writes its calls of tools. Immutable, safe for concurrent use.</summary>
internal interface IToolCallFormat
{
    /// <summary>Gets its name, such as <c>hermes</c>.</summary>
    string Name { get; }

    /// <summary>Gets the texts that mark a call. A vocabulary may have control tokens for them, whose text must then be
    /// delivered.</summary>
    IReadOnlyList<string> Markers { get; }

    /// <summary>Gets the text that ends a call, or <see langword="null"/> where only the end of the answer does.</summary>
    string? CallEnd { get; }

    /// <summary>Tells whether a chat template asks its model for this format.</summary>
    /// <param name="template">The template's source.</param>
    /// <returns>Whether it does.</returns>
    bool IsUsedBy(string template);

    /// <summary>Makes a parser for one answer.</summary>
    /// <param name="tools">The names of the tools that the model may call.</param>
    /// <returns>The parser.</returns>
    IToolCallParser CreateParser(IReadOnlySet<string> tools);
}
