using Microsoft.Extensions.Logging;

namespace Inference.Sdk;

/// <summary>The pipeline's messages.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "Predictor '{Predictor}' is loaded; it took {Seconds:F3} s.",
        EventName = "PredictorLoaded")]
    public static partial void Loaded(ILogger logger, string predictor, double seconds);

    [LoggerMessage(1002, LogLevel.Error, "Predictor '{Predictor}' could not be loaded; its next use tries again.",
        EventName = "PredictorLoadFailed")]
    public static partial void LoadFailed(ILogger logger, string predictor, Exception error);
}
