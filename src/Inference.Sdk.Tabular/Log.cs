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

    [LoggerMessage(
        EventId = 3002, EventName = "TabularModelStoppedEarly", Level = LogLevel.Warning,
        Message = "Predictor {Predictor}: early stopping found the first {Best} of the model's {Iterations} iterations best, "
            + "and all are used, as XGBoost's Booster.predict does. Set IterationCount to {Best} to predict as its "
            + "scikit-learn wrappers do, or to {Iterations} to keep all.")]
    public static partial void StoppedEarly(ILogger logger, string predictor, int best, int iterations);

    [LoggerMessage(
        EventId = 3003, EventName = "TabularCategoriesUnmatched", Level = LogLevel.Warning,
        Message = "Predictor {Predictor}: the model's pandas_categorical line lists the categories of {Lists} columns, and "
            + "they do not fit its categorical columns, which therefore take codes: positions in those lists. Name the "
            + "categories in a schema.")]
    public static partial void CategoriesUnmatched(ILogger logger, string predictor, int lists);
}
