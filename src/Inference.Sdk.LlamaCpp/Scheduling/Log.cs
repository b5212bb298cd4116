using Inference.Sdk.LlamaCpp.Backend;
using Microsoft.Extensions.Logging;

namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>The scheduler's messages.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Debug,
        "Generation {Ticket} gives up its place with {Tokens} tokens and is computed again later.",
        EventName = "GenerationSuspended")]
    public static partial void Suspended(ILogger logger, long ticket, int tokens);

    [LoggerMessage(2002, LogLevel.Error, "Generation {Ticket} failed; the others go on.", EventName = "GenerationFailed")]
    public static partial void SequenceFailed(ILogger logger, long ticket, Exception error);

    [LoggerMessage(2003, LogLevel.Error,
        "A step of {Tokens} tokens of {Generations} generations failed ({Status}); they end, the others go on.",
        EventName = "StepFailed")]
    public static partial void StepFailed(ILogger logger, DecodeStatus status, int tokens, int generations);

    [LoggerMessage(2004, LogLevel.Error,
        "The engine failed; the generations that were running end, those that wait go on.", EventName = "EngineFailed")]
    public static partial void LoopFailed(ILogger logger, Exception error);

    [LoggerMessage(2005, LogLevel.Critical,
        "The engine failed and could not be brought back; the model takes no more requests.", EventName = "EngineGaveUp")]
    public static partial void LoopGaveUp(ILogger logger, Exception error);

    [LoggerMessage(2007, LogLevel.Debug,
        "Generation {Ticket} computes its {Tokens} tokens again, since the model cannot forget a part of them.",
        EventName = "GenerationRestarted")]
    public static partial void Restarted(ILogger logger, long ticket, int tokens, Exception error);

    [LoggerMessage(2006, LogLevel.Error, "The model could not be released.", EventName = "BackendDisposalFailed")]
    public static partial void BackendDisposalFailed(ILogger logger, Exception error);
}
