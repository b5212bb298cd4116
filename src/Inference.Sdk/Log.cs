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

    [LoggerMessage(1003, LogLevel.Error,
        "The observer {Observer} threw; predictions go on. It is told of further ones, its further errors are not logged.",
        EventName = "ObserverFailed")]
    public static partial void ObserverFailed(ILogger logger, Type observer, Exception error);

    [LoggerMessage(1004, LogLevel.Error,
        "The energy estimator {Estimator} threw; predictions go on without its figure. Its further errors are not logged.",
        EventName = "EnergyEstimatorFailed")]
    public static partial void EnergyEstimatorFailed(ILogger logger, Type estimator, Exception error);
}
