namespace Inference.Sdk.LlamaCpp.Tools;

/// <summary>A call of a tool, as a model wrote it.</summary>
/// <param name="Name">The tool's name; whether there is such a tool is not known here.</param>
/// <param name="Arguments">The arguments, as elements of JSON.</param>
internal sealed record ToolCall(string Name, Dictionary<string, object?> Arguments);
