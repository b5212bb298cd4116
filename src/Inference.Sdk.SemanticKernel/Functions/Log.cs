using Microsoft.Extensions.Logging;

namespace Inference.Sdk.SemanticKernel;

/// <summary>What this package logs.</summary>
internal static partial class Log
{
    [LoggerMessage(
        EventId = 1,
        EventName = "InvalidFunctionCall",
        Level = LogLevel.Information,
        Message = "Function {Function} was called with arguments it cannot predict from; the caller is told so")]
    internal static partial void InvalidFunctionCall(ILogger logger, string function, Exception exception);
}
