using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.SemanticKernel;

namespace Inference.Sdk.SemanticKernel.Tests.Functions;

public class JsonFunctionTests
{
    private readonly Kernel _kernel = new();
    private readonly FakePredictor<House, PriceEstimate> _predictor = Houses.CreateTypedPredictor();

    [Fact]
    public async Task Arguments_become_the_input_and_the_output_becomes_json()
    {
        FunctionResult result = await Function().InvokeAsync(_kernel, new() { ["sqft"] = 1000, ["bedrooms"] = 3 });

        Assert.Equal("""{"price":300000,"currency":"USD"}""", result.ToString());
        Assert.Equal(new House(1000, 3), Assert.Single(_predictor.Inputs));
    }

    [Fact]
    public async Task Arguments_may_come_as_texts_and_as_json()
    {
        KernelArguments[] ways =
        [
            new() { ["sqft"] = "1000", ["bedrooms"] = "3", ["location"] = "coast", ["extras"] = """["pool","deck"]""" },
            new()
            {
                ["SQFT"] = JsonElement.Parse("\"1000\""),
                ["bedrooms"] = JsonElement.Parse("3"),
                ["location"] = JsonElement.Parse("\"coast\""),
                ["extras"] = JsonNode.Parse("""["pool","deck"]"""),
            },
            new()
            {
                ["sqft"] = 1000.0,
                ["bedrooms"] = 3L,
                ["location"] = JsonDocument.Parse("\"coast\""),
                ["extras"] = new List<string> { "pool", "deck" },
            },
        ];

        foreach (KernelArguments arguments in ways)
        {
            await Function(new() { ThrowOnInvalidRequest = true }).InvokeAsync(_kernel, arguments);
        }

        Assert.All(_predictor.Inputs, house =>
        {
            Assert.Equal(new House(1000, 3, "coast"), house with { Extras = null });
            Assert.Equal(["pool", "deck"], house.Extras);
        });
        Assert.Equal(ways.Length, _predictor.Inputs.Count);
    }

    [Fact]
    public async Task A_text_is_not_taken_for_json_where_a_text_belongs()
    {
        await Function().InvokeAsync(_kernel, new() { ["sqft"] = 1, ["bedrooms"] = 1, ["location"] = "12" });

        Assert.Equal("12", Assert.Single(_predictor.Inputs).Location);
    }

    [Theory]
    [InlineData("""{"bedrooms":3}""", "sqft", "Parameter 'sqft' is missing. Required are: sqft, bedrooms.")]
    [InlineData(
        """{"sqft":1,"bedrooms":3,"pool":true}""", "pool",
        "There is no parameter 'pool'. The parameters are: sqft, bedrooms, location, extras.")]
    [InlineData(
        """{"sqft":1,"bedrooms":"three"}""", "bedrooms",
        """Parameter 'bedrooms' was given a value that does not match its schema, {"description":"Number of bedrooms","type":"integer"}.""")]
    [InlineData(
        """{"sqft":1,"bedrooms":2.5}""", "bedrooms",
        """Parameter 'bedrooms' was given a value that does not match its schema, {"description":"Number of bedrooms","type":"integer"}.""")]
    [InlineData(
        """{"sqft":1,"bedrooms":2,"extras":[1]}""", "extras",
        """Parameter 'extras' was given a value that does not match its schema, {"type":["array","null"],"items":{"type":"string"},"default":null}.""")]
    public async Task What_is_wrong_is_said(string json, string parameter, string message)
    {
        KernelArguments arguments = [];
        foreach (JsonProperty property in JsonElement.Parse(json).EnumerateObject())
        {
            arguments[property.Name] = property.Value;
        }

        InvalidRequestException e = await Assert.ThrowsAsync<InvalidRequestException>(
            () => Function(new() { ThrowOnInvalidRequest = true }).InvokeAsync(_kernel, arguments));
        FunctionResult result = await Function().InvokeAsync(_kernel, arguments);

        Assert.Equal(message, e.Message);
        Assert.Equal(parameter, e.Parameter);
        Assert.Equal(message, result.GetValue<JsonElement>().GetProperty("error").GetString());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task A_number_that_json_does_not_have_is_refused(double sqft)
    {
        InvalidRequestException e = await Assert.ThrowsAsync<InvalidRequestException>(() => Function(
            new() { ThrowOnInvalidRequest = true }).InvokeAsync(_kernel, new() { ["sqft"] = sqft, ["bedrooms"] = 1 }));

        Assert.Equal("sqft", e.Parameter);
    }

    [Fact]
    public async Task Unknown_arguments_are_passed_over_where_the_options_say_so()
    {
        await Function(new() { IgnoreUnknownArguments = true })
            .InvokeAsync(_kernel, new() { ["sqft"] = 1, ["bedrooms"] = 1, ["tone"] = "friendly" });

        Assert.Equal(new House(1, 1), Assert.Single(_predictor.Inputs));
    }

    [Fact]
    public async Task An_output_that_is_no_object_gets_the_descriptors_name_and_digits()
    {
        var predictor = new FakePredictor<House, double>(Houses.Metadata, _ => 1234.5);

        KernelFunction function = predictor.AsKernelFunction(
            HouseJsonContext.Default.House, HouseJsonContext.Default.Double);
        FunctionResult result = await function.InvokeAsync(_kernel, new() { ["sqft"] = 1, ["bedrooms"] = 1 });

        Assert.Equal("""{"price":1235}""", result.ToString());
    }

    private KernelFunction Function(PredictorFunctionOptions? options = null) =>
        _predictor.AsKernelFunction(HouseJsonContext.Default.House, HouseJsonContext.Default.PriceEstimate, options);
}
