namespace Inference.Sdk.Abstractions.Tests.Features;

public sealed class FeatureRowTests
{
    private static readonly FeatureSchema Schema = new([new() { Name = "a" }, new() { Name = "b" }]);

    [Fact]
    public void Values_are_copied_in()
    {
        double[] values = [1, 2];
        var row = new FeatureRow(Schema, values.AsSpan());

        values[0] = 9;

        Assert.Equal([1, 2], row.Values.ToArray());
        Assert.Same(Schema, row.Schema);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Another_count_than_the_schema_s_is_refused(int count)
    {
        var error = Assert.Throws<InvalidRequestException>(() => new FeatureRow(Schema, new double[count].AsSpan()));

        Assert.Equal(
            $"A row of {count} values was given to a model of 2 features. Give one value for each feature, in the order of "
            + "the schema, NaN for a missing one.",
            error.Message);
    }
}
