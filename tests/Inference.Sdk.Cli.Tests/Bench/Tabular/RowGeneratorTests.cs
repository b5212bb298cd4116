using Inference.Sdk.Cli.Bench.Tabular;

namespace Inference.Sdk.Cli.Tests.Bench.Tabular;

public sealed class RowGeneratorTests
{
    private static readonly FeatureSchema Schema = new(
    [
        new FeatureDescriptor { Name = "sqft", Minimum = 500, Maximum = 4000, Required = true },
        new FeatureDescriptor { Name = "beds", Type = FeatureType.Integer, Minimum = 1, Maximum = 6 },
        new FeatureDescriptor { Name = "zone", Type = FeatureType.Category, Categories = ["a", "b", "c"] },
        new FeatureDescriptor { Name = "free" },
    ]);

    [Fact]
    public void Values_are_such_as_the_model_was_trained_on()
    {
        float[] rows = RowGenerator.Create(Schema, 2000, 0.1, 1);
        Assert.Equal(8000, rows.Length);
        for (int i = 0; i < rows.Length; i += 4)
        {
            Assert.InRange(rows[i], 500, 4000);
            Assert.True(float.IsNaN(rows[i + 1]) || (rows[i + 1] is >= 1 and <= 6 && rows[i + 1] == MathF.Truncate(rows[i + 1])));
            Assert.True(float.IsNaN(rows[i + 2]) || rows[i + 2] is 0 or 1 or 2);
            Assert.True(float.IsNaN(rows[i + 3]) || rows[i + 3] is >= 0 and <= 1);
        }
    }

    [Fact]
    public void Some_optional_values_are_missing_and_no_required_one()
    {
        float[] rows = RowGenerator.Create(Schema, 2000, 0.1, 1);
        int[] missing = [.. Enumerable.Range(0, 4).Select(c => Enumerable.Range(0, 2000).Count(r => float.IsNaN(rows[(r * 4) + c])))];
        Assert.Equal(0, missing[0]);
        Assert.All(missing[1..], count => Assert.InRange(count, 120, 280));
    }

    [Fact]
    public void The_same_seed_gives_the_same_rows()
    {
        Assert.Equal(RowGenerator.Create(Schema, 10, 0.5, 3), RowGenerator.Create(Schema, 10, 0.5, 3));
        Assert.NotEqual(RowGenerator.Create(Schema, 10, 0, 3), RowGenerator.Create(Schema, 10, 0, 4));
    }
}
