using System.Globalization;

namespace Inference.Sdk.Tabular.LightGbm;

/// <summary>What each objective does to the raw score: <c>ConvertOutput</c> in LightGBM's
/// <c>src/objective</c>.</summary>
internal static class LightGbmObjective
{
    public static OutputTransform Transform(string objective, LoadContext context)
    {
        string[] words = objective.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool sqrt = words.Contains("sqrt");
        switch (words.FirstOrDefault(""))
        {
            case "regression" or "regression_l1" or "fair" or "quantile" or "mape":
                return sqrt ? new SignedSquareTransform() : IdentityTransform.Instance;
            case "" or "custom" or "huber" or "lambdarank" or "rank_xendcg":
                return IdentityTransform.Instance;
            case "binary":
                return new SigmoidTransform(Sigmoid(words, context));
            case "cross_entropy" or "xentropy":
                return new SigmoidTransform();
            case "cross_entropy_lambda" or "xentlambda":
                return new SoftplusTransform();
            case "poisson" or "gamma" or "tweedie":
                return new ExpTransform();
            default:
                throw context.Unsupported(
                    $"its objective is '{Utf8Text.Shorten(System.Text.Encoding.UTF8.GetBytes(objective))}'",
                    "Train it with a regression, binary or ranking objective.");
        }
    }

    private static double Sigmoid(string[] words, LoadContext context)
    {
        const string Prefix = "sigmoid:";
        string? word = words.LastOrDefault(w => w.StartsWith(Prefix, StringComparison.Ordinal));
        return double.TryParse(word?[Prefix.Length..], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value) && value > 0
                ? value
                : throw context.Corrupt("its objective is binary and names no positive 'sigmoid'");
    }
}
