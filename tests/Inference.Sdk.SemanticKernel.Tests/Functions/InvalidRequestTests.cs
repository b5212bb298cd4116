using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.SemanticKernel;

namespace Inference.Sdk.SemanticKernel.Tests.Functions;

public class InvalidRequestTests
{
    private readonly Kernel _kernel = new();

    [Theory]
    [InlineData(
        "sqft", "large",
        "Feature 'sqft' was given the text 'large', and it is a number. Give digits with a point before decimals and "
        + "no thousands separators, such as 1850.5.")]
    [InlineData("rooms", 3, "There is no feature 'rooms'. The model's features are: sqft, bedrooms, location.")]
    [InlineData("bedrooms", 2.5, "Feature 'bedrooms' is 2.5, and it is a whole number.")]
    [InlineData(
        "location", "moon",
        "Feature 'location' was given 'moon', which is none of its categories. Give one of: coast, city.")]
    [InlineData(
        "sqft", null,
        "Feature 'sqft' is missing, and this model was not trained on missing values of it. Give it a value.")]
    public async Task What_is_wrong_comes_back_as_the_result(string argument, object? value, string message)
    {
        KernelArguments arguments = new() { ["sqft"] = 1000, [argument] = value };

        FunctionResult result = await Houses.CreatePredictor().AsKernelFunction().InvokeAsync(_kernel, arguments);

        Assert.Equal($$"""{"error":"{{message}}"}""", result.ToString());
    }

    [Fact]
    public async Task What_is_wrong_is_thrown_where_the_options_say_so()
    {
        KernelFunction function = Houses.CreatePredictor()
            .AsKernelFunction(new PredictorFunctionOptions { ThrowOnInvalidRequest = true });

        InvalidRequestException e = await Assert.ThrowsAsync<InvalidRequestException>(
            () => function.InvokeAsync(_kernel, new() { ["sqft"] = 1000, ["rooms"] = 3 }));

        Assert.Equal("rooms", e.Parameter);
    }

    [Fact]
    public async Task Unknown_arguments_are_passed_over_where_the_options_say_so()
    {
        KernelFunction function = Houses.CreatePredictor()
            .AsKernelFunction(new PredictorFunctionOptions { IgnoreUnknownArguments = true });

        FunctionResult result = await function.InvokeAsync(_kernel, new() { ["sqft"] = 1000, ["rooms"] = 3 });

        Assert.Equal("""{"price":300000}""", result.ToString());
    }

    [Fact]
    public async Task A_predictors_own_refusal_comes_back_too_and_is_logged()
    {
        var logs = new FakeLogCollector();
        var services = new ServiceCollection();
        services.AddLogging(b => b.AddProvider(new FakeLoggerProvider(logs)));
        using ServiceProvider provider = services.BuildServiceProvider();
        var predictor = new FakePredictor<FeatureRow, float>(
            Houses.Metadata, _ => throw new InvalidRequestException("The row is out of the question."));

        FunctionResult result = await predictor.AsKernelFunction()
            .InvokeAsync(new Kernel(provider), new() { ["sqft"] = 1 });

        Assert.Equal("""{"error":"The row is out of the question."}""", result.ToString());
        FakeLogRecord record = Assert.Single(logs.GetSnapshot(), r => r.Category == "Inference.Sdk.SemanticKernel");
        Assert.Equal("InvalidFunctionCall", record.Id.Name);
        Assert.Equal(
            "Function predict_house_price was called with arguments it cannot predict from; the caller is told so",
            record.Message);
        Assert.IsType<InvalidRequestException>(record.Exception);
    }

    [Fact]
    public async Task A_failure_that_a_better_call_does_not_mend_is_thrown()
    {
        var predictor = new FakePredictor<FeatureRow, float>(
            Houses.Metadata,
            _ => throw new ModelLoadException(ModelLoadError.NotFound, "x.json", "There is no file 'x.json'."));

        await Assert.ThrowsAsync<ModelLoadException>(
            () => predictor.AsKernelFunction().InvokeAsync(_kernel, new() { ["sqft"] = 1 }));
    }
}
