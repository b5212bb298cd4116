using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace Inference.Sdk.SemanticKernel.Tests.Functions;

public class FunctionSchemaTests
{
    [Fact]
    public void A_function_has_a_parameter_for_each_feature()
    {
        AIFunction function = Houses.CreatePredictor().AsKernelFunction();

        Assert.Equal("predict_house_price", function.Name);
        Assert.Equal("Predicts price (USD): Market price. Leave out what is not known.", function.Description);
        // "condition" is where Semantic Kernel 1.82 writes the function's description.
        Assert.Equal(
            """
            {
              "type": "object",
              "condition": "Predicts price (USD): Market price. Leave out what is not known.",
              "properties": {
                "sqft": {
                  "description": "Living area (sqft). Seen in training: 370 to 8200.",
                  "type": "number"
                },
                "bedrooms": {
                  "description": "Number of bedrooms",
                  "type": "integer"
                },
                "location": {
                  "description": "Where it is",
                  "type": "string",
                  "enum": [
                    "coast",
                    "city"
                  ]
                }
              },
              "required": [
                "sqft"
              ]
            }
            """,
            function.JsonSchema.GetRawText());
    }

    [Fact]
    public void A_function_tells_semantic_kernel_the_same()
    {
        KernelFunctionMetadata metadata = Houses.CreatePredictor().AsKernelFunction().Metadata;

        Assert.Equal(["sqft", "bedrooms", "location"], metadata.Parameters.Select(p => p.Name));
        Assert.Equal([true, false, false], metadata.Parameters.Select(p => p.IsRequired));
        Assert.Equal(
            ["Living area (sqft). Seen in training: 370 to 8200.", "Number of bedrooms", "Where it is"],
            metadata.Parameters.Select(p => p.Description));
        Assert.Equal("Market price (USD)", metadata.ReturnParameter.Description);
        Assert.Equal(
            """{"type":"object","properties":{"price":{"description":"Market price (USD)","type":"number"}},"required":["price"]}""",
            metadata.ReturnParameter.Schema!.RootElement.GetRawText());
    }

    [Fact]
    public void A_host_type_has_a_parameter_for_each_property()
    {
        var predictor = new FakePredictor<House, PriceEstimate>(
            Houses.Metadata with { InputSchema = null }, _ => new PriceEstimate(1, "USD"));

        KernelFunction function = predictor.AsKernelFunction(
            HouseJsonContext.Default.House, HouseJsonContext.Default.PriceEstimate);

        Assert.Equal(
            """
            {
              "type": "object",
              "condition": "Predicts price (USD): Market price. Leave out what is not known.",
              "properties": {
                "sqft": {
                  "description": "Living area in square feet",
                  "type": "number"
                },
                "bedrooms": {
                  "type": "integer"
                },
                "location": {
                  "type": "string",
                  "default": "city"
                },
                "extras": {
                  "type": [
                    "array",
                    "null"
                  ],
                  "items": {
                    "type": "string"
                  },
                  "default": null
                }
              },
              "required": [
                "sqft",
                "bedrooms"
              ]
            }
            """,
            function.JsonSchema.GetRawText());
        Assert.Equal(
            """{"type":"object","properties":{"price":{"type":"number"},"currency":{"type":"string"}},"required":["price","currency"]}""",
            function.Metadata.ReturnParameter.Schema!.RootElement.GetRawText());
    }

    [Theory]
    [InlineData(null, null, null, null, null)]
    [InlineData("Area", null, null, null, "Area")]
    [InlineData("Area. ", "m²", null, null, "Area (m²)")]
    [InlineData(null, "m²", null, null, "In m²")]
    [InlineData(null, "m²", 1.5, 2e6, "In m². Seen in training: 1.5 to 2000000.")]
    [InlineData(null, null, 0.0, null, "Seen in training: 0 and more.")]
    [InlineData("Area", null, null, 9.0, "Area. Seen in training: 9 and less.")]
    public void A_parameter_is_described_by_what_is_known_of_the_feature(
        string? description, string? unit, double? minimum, double? maximum, string? expected)
    {
        var schema = new FeatureSchema(
        [
            new FeatureDescriptor
            {
                Name = "x", Description = description, Unit = unit, Minimum = minimum, Maximum = maximum,
            },
        ]);
        PredictorMetadata metadata = Houses.Metadata with { InputSchema = schema };
        KernelFunction function = new FakePredictor<FeatureRow, float>(metadata, _ => 0f).AsKernelFunction();

        KernelParameterMetadata parameter = Assert.Single(function.Metadata.Parameters);

        Assert.Equal(expected ?? "", parameter.Description);
        Assert.Equal(expected is not null, parameter.Schema!.RootElement.TryGetProperty("description", out _));
    }

    [Fact]
    public void A_function_without_optional_parameters_does_not_suggest_to_leave_any_out()
    {
        var schema = new FeatureSchema([new FeatureDescriptor { Name = "x", Required = true }]);
        PredictorMetadata metadata = Houses.Metadata with { InputSchema = schema, Output = null };

        KernelFunction function = new FakePredictor<FeatureRow, float>(metadata, _ => 0f).AsKernelFunction();

        Assert.Equal("Predicts prediction.", function.Description);
    }

    [Fact]
    public void The_description_can_be_the_hosts()
    {
        KernelFunction function = Houses.CreatePredictor()
            .AsKernelFunction(new PredictorFunctionOptions { Description = "What a house is worth." });

        Assert.Equal("What a house is worth.", function.Description);
    }

    [Fact]
    public void A_predictor_without_a_schema_is_refused()
    {
        var predictor = new FakePredictor<FeatureRow, float>(Houses.Metadata with { InputSchema = null }, _ => 0f);

        ArgumentException e = Assert.Throws<ArgumentException>(() => predictor.AsKernelFunction());

        Assert.StartsWith(
            "The predictor 'house-price' does not tell the schema of its input, so a function has no parameters to make "
            + "a row of. Set PredictorMetadata.InputSchema.",
            e.Message);
    }

    [Fact]
    public void Features_that_differ_only_by_case_are_refused()
    {
        var schema = new FeatureSchema(
            [new FeatureDescriptor { Name = "area" }, new FeatureDescriptor { Name = "Area" }]);
        var predictor = new FakePredictor<FeatureRow, float>(Houses.Metadata with { InputSchema = schema }, _ => 0f);

        ArgumentException e = Assert.Throws<ArgumentException>(() => predictor.AsKernelFunction());

        Assert.StartsWith("The features 'area' and 'Area' differ only by case", e.Message);
    }

    [Fact]
    public void An_input_that_is_no_object_is_refused()
    {
        var predictor = new FakePredictor<double, PriceEstimate>(Houses.Metadata, _ => new PriceEstimate(1, "USD"));

        ArgumentException e = Assert.Throws<ArgumentException>(() => predictor.AsKernelFunction(
            HouseJsonContext.Default.Double, HouseJsonContext.Default.PriceEstimate));

        Assert.StartsWith("System.Double is not written as a JSON object with properties", e.Message);
    }
}
