namespace Inference.Sdk.SemanticKernel.Tests;

/// <summary>A small model of house prices: 300 dollars for each square foot, and a share more at the coast.</summary>
internal static class Houses
{
    public static readonly FeatureSchema Schema = new(
    [
        new FeatureDescriptor
        {
            Name = "sqft", Required = true, Unit = "sqft", Description = "Living area.", Minimum = 370, Maximum = 8200,
        },
        new FeatureDescriptor { Name = "bedrooms", Type = FeatureType.Integer, Description = "Number of bedrooms" },
        new FeatureDescriptor
        {
            Name = "location", Type = FeatureType.Category, Categories = ["coast", "city"], Description = "Where it is",
        },
    ]);

    public static readonly PredictorMetadata Metadata = new()
    {
        Name = "house-price",
        Kind = PredictorKind.Tabular,
        Model = new ModelIdentity { Name = "houses" },
        InputSchema = Schema,
        Output = new OutputDescriptor { Name = "price", Unit = "USD", Description = "Market price.", Digits = 0 },
    };

    public static FakePredictor<FeatureRow, float> CreatePredictor() => new(Metadata, Predict);

    public static FakePredictor<House, PriceEstimate> CreateTypedPredictor() =>
        new(Metadata, house => new PriceEstimate(house.Sqft * 300, "USD"));

    public static float Predict(FeatureRow row) => (300f * (float)row.Values[0]) + (row.Values[2] == 0 ? 12345.6f : 0f);
}
