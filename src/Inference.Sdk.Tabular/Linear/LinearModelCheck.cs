namespace Inference.Sdk.Tabular;

/// <summary>Checks a linear model, whether it was read or made in code.</summary>
internal static class LinearModelCheck
{
    /// <returns>The first fault in words, or <see langword="null"/>.</returns>
    public static string? Fault(LinearModel model)
    {
        if (!double.IsFinite(model.Intercept))
        {
            return "the intercept is not finite";
        }

        if (!Enum.IsDefined(model.Link))
        {
            return $"the link {(int)model.Link} is none";
        }

        return model.Features.Select(Fault).FirstOrDefault(fault => fault is not null);
    }

    public static void Throw(LinearModel model)
    {
        if (Fault(model) is { } fault)
        {
            throw new ArgumentException($"The linear model does not hold: {fault}.", nameof(model));
        }
    }

    private static string? Fault(LinearFeature feature)
    {
        string name = feature.Feature.Name;
        bool category = feature.Feature.Type == FeatureType.Category;
        if (!double.IsFinite(feature.Weight) || feature.CategoryWeights.Any(weight => !double.IsFinite(weight)))
        {
            return $"a weight of feature '{name}' is not finite";
        }

        if (category && feature.Weight != 0)
        {
            return $"feature '{name}' is a category and has one weight; it takes a weight for each category";
        }

        int expected = category ? feature.Feature.Categories.Count : 0;
        if (feature.CategoryWeights.Count != expected)
        {
            return $"feature '{name}' has {expected} categories and weights for {feature.CategoryWeights.Count}";
        }

        return feature.Impute switch
        {
            null => null,
            { } value when !double.IsFinite(value) => $"what is imputed for feature '{name}' is not finite",
            { } value when feature.Feature.Type != FeatureType.Number && value != Math.Truncate(value) =>
                $"what is imputed for feature '{name}' is not whole",
            { } value when category && !(value >= 0 && value < expected) =>
                $"what is imputed for feature '{name}' is none of its categories",
            _ => null,
        };
    }
}
