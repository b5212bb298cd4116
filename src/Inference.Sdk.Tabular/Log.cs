using Microsoft.Extensions.Logging;

namespace Inference.Sdk.Tabular;

/// <summary>The messages of this package.</summary>
internal static partial class Log
{
    [LoggerMessage(
        EventId = 3001, EventName = "TabularModelLoaded", Level = LogLevel.Information,
        Message = "Predictor {Predictor}: loaded a {Format} model of {Features} features and {Trees} trees in "
            + "{Milliseconds} ms.")]
    public static partial void ModelLoaded(
        ILogger logger, string predictor, string format, int features, int trees, double milliseconds);
}
