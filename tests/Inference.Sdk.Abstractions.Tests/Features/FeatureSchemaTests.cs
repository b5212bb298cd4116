namespace Inference.Sdk.Abstractions.Tests.Features;

public sealed class FeatureSchemaTests
{
    [Fact]
    public void Columns_are_found_by_name_ordinally()
    {
        var schema = new FeatureSchema([new() { Name = "area" }, new() { Name = "Area" }, new() { Name = "rooms" }]);

        Assert.Equal(3, schema.Count);
        Assert.Equal((0, 1, 2, -1), (schema.IndexOf("area"), schema.IndexOf("Area"), schema.IndexOf("rooms"),
            schema.IndexOf("ROOMS")));
        Assert.True(schema.TryGet("rooms", out FeatureDescriptor? rooms));
        Assert.Same(schema.Features[2], rooms);
        Assert.False(schema.TryGet("none", out FeatureDescriptor? none));
        Assert.Null(none);
    }

    [Fact]
    public void Later_changes_to_the_list_it_was_made_from_do_not_reach_it()
    {
        var list = new List<FeatureDescriptor> { new() { Name = "area" } };
        var schema = new FeatureSchema(list);

        list.Clear();

        Assert.Equal(1, schema.Count);
    }

    [Fact]
    public void No_columns_is_a_schema() => Assert.Equal(0, new FeatureSchema([]).Count);

    [Fact]
    public void Two_columns_of_one_name_are_refused() =>
        Refused("Features 0 and 2 are both named 'a'.", new() { Name = "a" }, new() { Name = "b" }, new() { Name = "a" });

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void A_column_without_a_name_is_refused(string? name) =>
        Refused("Feature 1 has no name.", new() { Name = "a" }, new() { Name = name! });

    [Fact]
    public void A_category_without_categories_is_refused() => Refused(
        "Feature 'a' is a category but lists none.", new FeatureDescriptor { Name = "a", Type = FeatureType.Category });

    [Theory]
    [InlineData(FeatureType.Number)]
    [InlineData(FeatureType.Integer)]
    public void Categories_of_another_type_are_refused(FeatureType type) => Refused(
        $"Feature 'a' lists categories but its type is {type}.",
        new FeatureDescriptor { Name = "a", Type = type, Categories = ["x"] });

    [Fact]
    public void A_category_listed_twice_is_refused() => Refused(
        "Feature 'a' lists a category twice.",
        new FeatureDescriptor { Name = "a", Type = FeatureType.Category, Categories = ["x", "y", "x"] });

    private static void Refused(string message, params FeatureDescriptor[] features)
    {
        var error = Assert.Throws<ArgumentException>(() => new FeatureSchema(features));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal("features", error.ParamName);
    }
}
