using Microsoft.Extensions.Logging;

namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>The messages of chat.</summary>
internal static partial class Log
{
    [LoggerMessage(2101, LogLevel.Warning,
        "{Path} brings no chat template; prompts are written as ChatML, which its model may not have been trained "
            + "on. Give its template with ChatTemplatePath.",
        EventName = "ChatTemplateMissing")]
    public static partial void ChatTemplateMissing(ILogger logger, string path);

    [LoggerMessage(2102, LogLevel.Information,
        "Model {Name} is loaded from {Path} in {Milliseconds} ms: {Sequences} sequences of {ContextLength} tokens, tool calls "
            + "{ToolCalls}.",
        EventName = "ChatModelLoaded")]
    public static partial void ModelLoaded(
        ILogger logger, string name, string path, double milliseconds, int sequences, int contextLength, string toolCalls);

    [LoggerMessage(2103, LogLevel.Information, "Model {Name} is loading: {Percent} %.", EventName = "ChatModelLoading")]
    public static partial void ModelLoading(ILogger logger, string name, int percent);

    [LoggerMessage(2104, LogLevel.Debug, "The SHA-256 of {Path} took {Milliseconds} ms.", EventName = "ChatModelHashed")]
    public static partial void ModelHashed(ILogger logger, string path, double milliseconds);
}
