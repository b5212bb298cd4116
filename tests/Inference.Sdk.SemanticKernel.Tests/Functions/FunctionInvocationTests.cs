using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace Inference.Sdk.SemanticKernel.Tests.Functions;

public class FunctionInvocationTests
{
    private readonly Kernel _kernel = new();
    private readonly FakePredictor<FeatureRow, float> _predictor = Houses.CreatePredictor();

    public static TheoryData<object> Numbers =>
    [
        2000, 2000L, 2000d, 2000f, 2000m, (short)2000, "2000", " 2e3 ", JsonElement.Parse("2000"),
        JsonElement.Parse("\"2000\""), JsonValue.Create(2000), JsonDocument.Parse("2000.0"),
    ];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_number_may_come_as_any_type(object sqft)
    {
        FunctionResult result = await _predictor.AsKernelFunction().InvokeAsync(_kernel, new() { ["sqft"] = sqft });

        Assert.Equal("""{"price":600000}""", result.ToString());
        Assert.Equal(2000, _predictor.Inputs[0].Values[0]);
        Assert.True(double.IsNaN(_predictor.Inputs[0].Values[1]));
    }

    [Fact]
    public async Task Categories_come_as_texts_and_missing_values_as_null()
    {
        KernelArguments arguments = new() { ["sqft"] = 2000, ["bedrooms"] = null, ["location"] = "coast" };

        FunctionResult result = await _predictor.AsKernelFunction().InvokeAsync(_kernel, arguments);

        JsonElement json = result.GetValue<JsonElement>();
        Assert.Equal(612346, json.GetProperty("price").GetInt32());
        Assert.Equal([2000, double.NaN, 0], _predictor.Inputs[0].Values.ToArray());
    }

    [Fact]
    public async Task Names_of_arguments_may_differ_by_case()
    {
        FunctionResult result = await _predictor.AsKernelFunction().InvokeAsync(_kernel, new() { ["SqFt"] = 1000 });

        Assert.Equal("""{"price":300000}""", result.ToString());
    }

    [Fact]
    public async Task The_ai_function_gives_the_same_json()
    {
        AIFunction function = _predictor.AsKernelFunction();

        object? result = await function.InvokeAsync(new AIFunctionArguments { ["sqft"] = 2000, ["location"] = "city" });

        Assert.Equal("""{"price":600000}""", Assert.IsType<JsonElement>(result).GetRawText());
    }

    [Fact]
    public async Task A_kernel_that_comes_with_the_arguments_is_not_taken_for_one()
    {
        _kernel.Plugins.AddFromPredictor(_predictor);
        AIFunction function = _kernel.Plugins.GetFunction("predict", "house_price");

        object? result = await function.InvokeAsync(_kernel, new AIFunctionArguments { ["sqft"] = 2000 });

        Assert.Equal("""{"price":600000}""", Assert.IsType<JsonElement>(result).GetRawText());
    }

    [Fact]
    public async Task The_result_can_be_streamed()
    {
        List<StreamingKernelContent> contents = [];
        await foreach (StreamingKernelContent content in _predictor.AsKernelFunction()
            .InvokeStreamingAsync(_kernel, new() { ["sqft"] = 2000 }))
        {
            contents.Add(content);
        }

        Assert.Equal("""{"price":600000}""", Assert.Single(contents).ToString());
    }

    [Theory]
    [InlineData(0.125f, 2, "0.13")]
    [InlineData(0.1f, 15, "0.1")]
    [InlineData(-0.3f, 0, "0")]
    [InlineData(-1.5f, 0, "-2")]
    [InlineData(12345.6f, null, "12345.6")]
    [InlineData(1e30f, 2, "1E+30")]
    public async Task The_number_is_rounded_to_the_digits_worth_showing(float value, int? digits, string expected)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = culture;
        _kernel.Culture = culture;
        PredictorMetadata metadata = Houses.Metadata with { Output = new OutputDescriptor { Digits = digits } };
        var predictor = new FakePredictor<FeatureRow, float>(metadata, _ => value);

        FunctionResult result = await predictor.AsKernelFunction().InvokeAsync(_kernel, new() { ["sqft"] = 1 });

        Assert.Equal($$"""{"prediction":{{expected}}}""", result.ToString());
    }

    [Fact]
    public async Task A_value_that_json_does_not_have_is_an_engines_failure()
    {
        var predictor = new FakePredictor<FeatureRow, float>(Houses.Metadata, _ => float.NaN);

        EngineException e = await Assert.ThrowsAsync<EngineException>(
            () => predictor.AsKernelFunction().InvokeAsync(_kernel, new() { ["sqft"] = 1 }));

        Assert.StartsWith("The predicted value of 'price' is not one that JSON can hold", e.Message);
    }

    [Fact]
    public async Task Other_outputs_of_rows_are_written_as_their_type_says()
    {
        var scores = new FakePredictor<FeatureRow, float[]>(Houses.Metadata, _ => [0.25f, 0.75f]);
        var named = new FakePredictor<FeatureRow, Dictionary<string, float>>(
            Houses.Metadata, _ => new() { ["yes"] = 0.5f });

        FunctionResult array = await scores.AsKernelFunction(HouseJsonContext.Default.SingleArray)
            .InvokeAsync(_kernel, new() { ["sqft"] = 1 });
        FunctionResult map = await named.AsKernelFunction(HouseJsonContext.Default.DictionaryStringSingle)
            .InvokeAsync(_kernel, new() { ["sqft"] = 1 });

        Assert.Equal("""{"price":[0.25,0.75]}""", array.ToString());
        Assert.Equal("""{"yes":0.5}""", map.ToString());
    }

    [Fact]
    public async Task A_prompt_can_call_the_function()
    {
        _kernel.Plugins.AddFromPredictor(_predictor, new PredictorFunctionOptions { IgnoreUnknownArguments = true });

        string prompt = await new KernelPromptTemplateFactory()
            .Create(new PromptTemplateConfig("It is worth {{predict.house_price sqft=$area location='city'}}."))
            .RenderAsync(_kernel, new() { ["area"] = "1000", ["tone"] = "friendly" });

        Assert.Equal("""It is worth {"price":300000}.""", System.Net.WebUtility.HtmlDecode(prompt));
    }

    [Fact]
    public async Task Cancellation_reaches_the_predictor()
    {
        using var cancelled = new CancellationTokenSource();
        var predictor = new FakePredictor<FeatureRow, float>(Houses.Metadata, _ =>
        {
            cancelled.Cancel();
            cancelled.Token.ThrowIfCancellationRequested();
            return 0f;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => predictor.AsKernelFunction()
            .InvokeAsync(_kernel, new() { ["sqft"] = 1 }, cancelled.Token));
    }
}
