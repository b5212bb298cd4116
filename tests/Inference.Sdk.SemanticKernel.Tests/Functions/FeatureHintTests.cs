using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.SemanticKernel;

namespace Inference.Sdk.SemanticKernel.Tests.Functions;

/// <summary>Parameters that are made of a host's properties have what the model tells of its features.</summary>
public class FeatureHintTests
{
    private static readonly FeatureSchema Schema = new(
    [
        new FeatureDescriptor { Name = "livingArea", Description = "Area", Unit = "sqft", Minimum = 350, Maximum = 9000 },
        new FeatureDescriptor { Name = "lot_size", Description = "Lot", Unit = "acre", Minimum = 0.1, Maximum = 10 },
        new FeatureDescriptor { Name = "BEDROOMS", Type = FeatureType.Integer, Minimum = 0, Maximum = 8 },
        Category("location", "Where it is", "coast", "city"),
        Category("condition", null, "poor", "good"),
        Category("aspect", null, "n", "s"),
        Category("heating", null, "gas", "wood"),
        Category("kind", "Kind of house", "flat", "villa"),
    ]);

    [Theory]
    // Names are compared without case and underscores.
    [InlineData("living_area", """{"description":"Area (sqft). Seen in training: 350 to 9000.","type":"number"}""")]
    // What the property says of itself goes first.
    [InlineData(
        "lot_size",
        """{"description":"Size of the lot in acres. Seen in training: 0.1 to 10.","type":"number"}""")]
    [InlineData("bedrooms", """{"type":"integer","minimum":1,"maximum":12}""")]
    // A text gets the categories, with null where it can be null.
    [InlineData("location", """{"description":"Where it is","type":"string","enum":["coast","city"]}""")]
    [InlineData("condition", """{"type":["string","null"],"enum":["poor","good",null]}""")]
    [InlineData("aspect", """{"type":"string","enum":["north","south"]}""")]
    [InlineData("heating", """{"type":"string","enum":["Gas","Wood"]}""")]
    // The position of a category is a number.
    [InlineData("kind", """{"description":"Kind of house","type":"integer"}""")]
    [InlineData("agent", """{"type":"string"}""")]
    public void A_property_has_what_its_feature_adds(string name, string expected)
    {
        KernelParameterMetadata parameter = Function(HouseJsonContext.Default.Listing, Schema)
            .Metadata.Parameters.Single(p => p.Name == name);

        JsonElement schema = parameter.Schema!.RootElement;
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), schema), schema.GetRawText());
        Assert.Equal(
            schema.TryGetProperty("description", out JsonElement description) ? description.GetString() : "",
            parameter.Description);
    }

    [Fact]
    public void A_feature_that_could_be_several_properties_is_none_of_them()
    {
        var schema = new FeatureSchema(
            [new FeatureDescriptor { Name = "s_qft", Unit = "a" }, new FeatureDescriptor { Name = "sq_ft", Unit = "b" }]);

        KernelParameterMetadata sqft = Function(HouseJsonContext.Default.House, schema).Metadata.Parameters[0];

        Assert.Equal("Living area in square feet", sqft.Description);
    }

    [Fact]
    public void A_feature_named_to_the_letter_is_not_confused()
    {
        var schema = new FeatureSchema(
        [
            new FeatureDescriptor { Name = "sq_ft", Minimum = 1 },
            new FeatureDescriptor { Name = "sqft", Minimum = 2 },
        ]);

        KernelParameterMetadata sqft = Function(HouseJsonContext.Default.House, schema).Metadata.Parameters[0];

        Assert.Equal("Living area in square feet. Seen in training: 2 and more.", sqft.Description);
    }

    [Fact]
    public void What_is_required_and_the_order_are_the_types()
    {
        IReadOnlyList<KernelParameterMetadata> parameters =
            Function(HouseJsonContext.Default.House, Houses.Schema).Metadata.Parameters;

        Assert.Equal(["sqft", "bedrooms", "location", "extras"], parameters.Select(p => p.Name));
        Assert.Equal([true, true, false, false], parameters.Select(p => p.IsRequired));
        Assert.Equal("city", parameters[2].Schema!.RootElement.GetProperty("default").GetString());
    }

    private static FeatureDescriptor Category(string name, string? description, params string[] categories) =>
        new() { Name = name, Type = FeatureType.Category, Description = description, Categories = categories };

    private static KernelFunction Function<TInput>(JsonTypeInfo<TInput> type, FeatureSchema schema) =>
        new FakePredictor<TInput, double>(Houses.Metadata with { InputSchema = schema }, _ => 1)
            .AsKernelFunction(type, HouseJsonContext.Default.Double);
}
