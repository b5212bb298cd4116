namespace Inference.Sdk.Cli.Tests.Support;

/// <summary>Small models that tests make for themselves.</summary>
internal static class Models
{
    /// <summary>Writes a linear model: 9 + 5 x1 + 6 x2, where x1 is required and a missing x2 counts as -0.5.</summary>
    public static string Linear(TemporaryFolder folder) => folder.Write(
        "linear.json",
        """
        { "format": "inference-linear", "version": 1, "name": "house-price", "intercept": 9, "link": "identity",
          "features": [
            { "name": "x1", "weight": 5, "unit": "sqft" },
            { "name": "x2", "weight": 6, "impute": -0.5 } ],
          "output": { "name": "price", "unit": "USD", "description": "What it is worth." } }
        """);
}
