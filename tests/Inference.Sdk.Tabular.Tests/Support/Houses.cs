namespace Inference.Sdk.Tabular.Tests;

/// <summary>A linear model of houses, whose predictions are easy to work out by hand.</summary>
internal static class Houses
{
    /// <summary>100 sqft + 1000 beds + 10 baths + (coast 5, city 7) + garage.</summary>
    public static TabularModel Model { get; } = TabularModel.FromLinear(new LinearModel
    {
        Name = "houses",
        Version = "1.2.3",
        Features =
        [
            new LinearFeature { Feature = new FeatureDescriptor { Name = "sqft" }, Weight = 100 },
            new LinearFeature { Feature = new FeatureDescriptor { Name = "beds", Type = FeatureType.Integer }, Weight = 1000 },
            new LinearFeature { Feature = new FeatureDescriptor { Name = "baths" }, Weight = 10, Impute = 2 },
            new LinearFeature
            {
                Feature = new FeatureDescriptor
                {
                    Name = "location", Type = FeatureType.Category, Categories = ["coast", "city"],
                },
                CategoryWeights = [5, 7],
                Impute = 1,
            },
            new LinearFeature { Feature = new FeatureDescriptor { Name = "garage" }, Weight = 1, Impute = 0 },
        ],
    });

    public static FeatureMap<House> Map => new FeatureMap<House>()
        .Map("sqft", h => h.Sqft)
        .Map("beds", h => h.Beds)
        .Map("baths", h => h.Baths)
        .Map("location", h => h.Location)
        .Map("garage", h => h.Garage);

    public static FeatureRow Row(params double[] values) => new(Model.Schema, values);
}
