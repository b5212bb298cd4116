using Microsoft.Extensions.Logging;

namespace Inference.Sdk.LlamaCpp.Native.Logging;

/// <summary>The log messages of the native layer.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 4101, EventName = "LlamaCppMessage", Message = "llama.cpp: {Text}")]
    public static partial void LlamaCpp(ILogger logger, LogLevel level, string text);

    [LoggerMessage(EventId = 4102, EventName = "ModelLoaded", Level = LogLevel.Information,
        Message = "Loaded {Path}: {Description}, {Sequences} sequences of {ContextLength} tokens")]
    public static partial void ModelLoaded(
        ILogger logger, string path, string description, int sequences, int contextLength);

    [LoggerMessage(EventId = 4103, EventName = "ContextBeyondTraining", Level = LogLevel.Warning,
        Message = "The context of {ContextLength} tokens is longer than the {TrainingContextLength} tokens that {Path} was "
            + "trained for; answers to long prompts can be poor")]
    public static partial void ContextBeyondTraining(
        ILogger logger, string path, int contextLength, int trainingContextLength);

    [LoggerMessage(EventId = 4104, EventName = "DecodeFailed", Level = LogLevel.Error,
        Message = "A decode of {Tokens} tokens failed with code {Code}: {Reason}")]
    public static partial void DecodeFailed(ILogger logger, int tokens, int code, string reason);
}
