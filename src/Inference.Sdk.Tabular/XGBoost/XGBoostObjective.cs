namespace Inference.Sdk.Tabular.XGBoost;

/// <summary>What each objective does to the base score and to the raw score: <c>ProbToMargin</c> and
/// <c>PredTransform</c> in XGBoost's <c>src/objective</c>, in 32 bits as there.</summary>
internal static class XGBoostObjective
{
    // The bounds XGBoost keeps a base probability within (kRtEps), so that its logit is finite.
    private const float Epsilon = 1e-6f;

    public static OutputTransform Transform(string objective, LoadContext context) => objective switch
    {
        "reg:logistic" or "binary:logistic" => new SingleSigmoidTransform(),
        "binary:hinge" => new HingeTransform(),
        "count:poisson" or "reg:gamma" or "reg:tweedie" or "survival:cox" or "survival:aft" => new SingleExpTransform(),
        "reg:squarederror" or "reg:linear" or "reg:squaredlogerror" or "reg:pseudohubererror" or "reg:absoluteerror"
            or "reg:quantileerror" or "reg:expectileerror" or "binary:logitraw"
            or "rank:pairwise" or "rank:ndcg" or "rank:map" => IdentityTransform.Instance,
        _ => throw context.Unsupported(
            $"its objective is '{Utf8Text.Shorten(System.Text.Encoding.UTF8.GetBytes(objective))}'",
            "Train it with a regression, binary or ranking objective of XGBoost."),
    };

    public static float Margin(string objective, float baseScore) => objective switch
    {
        "reg:logistic" or "binary:logistic" => Logit(Math.Clamp(baseScore, Epsilon, 1 - Epsilon)),
        "count:poisson" or "reg:gamma" or "reg:tweedie" or "survival:cox" or "survival:aft" => MathF.Log(baseScore),
        _ => baseScore,
    };

    private static float Logit(float probability) => -MathF.Log((1 / probability) - 1);
}
