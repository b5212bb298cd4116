using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Services;

namespace Inference.Sdk.SemanticKernel.Tests.Chat;

public class ChatRegistrationTests
{
    [Fact]
    public async Task Prompts_choose_among_services_by_id()
    {
        IKernelBuilder builder = Kernel.CreateBuilder();
        builder.Services.AddPredictors(Saying("small", "Small talk."), Saying("large", "Large talk."));
        Kernel kernel = builder
            .AddInferenceChatCompletion("small", "quick")
            .AddInferenceChatCompletion("large", "careful")
            .Build();

        FunctionResult quick = await kernel.InvokePromptAsync(
            "Hi", new(new PromptExecutionSettings { ServiceId = "quick" }));
        FunctionResult careful = await kernel.InvokePromptAsync(
            "Hi", new(new PromptExecutionSettings { ServiceId = "careful" }));

        Assert.Equal("Small talk.", quick.ToString());
        Assert.Equal("Large talk.", careful.ToString());
    }

    [Fact]
    public async Task Prompts_choose_among_services_by_model()
    {
        IKernelBuilder builder = Kernel.CreateBuilder();
        builder.Services.AddPredictors(Saying("small", "Small talk."), Saying("large", "Large talk."));
        Kernel kernel = builder
            .AddInferenceChatCompletion("small", "quick")
            .AddInferenceChatCompletion("large", "careful")
            .Build();

        FunctionResult result = await kernel.InvokePromptAsync(
            "Hi", new(new PromptExecutionSettings { ModelId = "small-model" }));

        Assert.Equal("Small talk.", result.ToString());
        Assert.Equal("large-model", kernel.GetRequiredService<IChatCompletionService>("careful").GetModelId());
    }

    [Fact]
    public async Task A_client_may_be_registered_under_the_predictors_own_name()
    {
        var services = new ServiceCollection();
        services.AddPredictors(Saying("assistant", "Hello."));
        services.AddInferenceChatClient("assistant", "assistant");
        await using ServiceProvider provider = services.BuildServiceProvider();

        var client = provider.GetRequiredKeyedService<IChatClient>("assistant");
        ChatResponse response = await client.GetResponseAsync("Hi");

        Assert.Equal("Hello.", response.Text);
        Assert.NotNull(client.GetService<FunctionInvokingChatClient>());
    }

    [Fact]
    public async Task The_report_of_a_prediction_comes_with_the_response()
    {
        var services = new ServiceCollection();
        services.AddPredictors(Saying("assistant", "Hello."));
        services.AddInferenceChatClient("assistant");
        await using ServiceProvider provider = services.BuildServiceProvider();

        ChatResponse response = await provider.GetRequiredService<IChatClient>().GetResponseAsync("Hi");

        Assert.True(PredictionReport.TryGet(response, out PredictionReport? report));
        Assert.Equal("assistant-model", report.Model.Name);
    }

    [Fact]
    public async Task Sampling_settings_reach_the_model()
    {
        FakeChatPredictor assistant = Saying("assistant", "Hello.");
        IKernelBuilder builder = Kernel.CreateBuilder();
        builder.Services.AddPredictors(assistant);
        Kernel kernel = builder.AddInferenceChatCompletion("assistant").Build();

        await kernel.InvokePromptAsync("Hi", new(new PromptExecutionSettings
        {
            ExtensionData = new Dictionary<string, object> { ["temperature"] = 0.5, ["max_tokens"] = 7, ["seed"] = 3 },
        }));

        ChatOptions options = Assert.Single(assistant.Requests).Options!;
        Assert.Equal(0.5f, options.Temperature);
        Assert.Equal(7, options.MaxOutputTokens);
        Assert.Equal(3, options.Seed);
    }

    [Fact]
    public void An_unknown_name_is_told_with_those_that_exist()
    {
        IKernelBuilder builder = Kernel.CreateBuilder();
        builder.Services.AddPredictors(Saying("assistant", "Hello."));
        Kernel kernel = builder.AddInferenceChatCompletion("asistant").Build();

        PredictorNotFoundException e = Assert.Throws<PredictorNotFoundException>(
            () => kernel.GetRequiredService<IChatCompletionService>());

        Assert.Equal("asistant", e.Name);
        Assert.StartsWith("There is no predictor 'asistant'. Did you mean 'assistant'?", e.Message);
    }

    [Fact]
    public void A_predictor_that_is_no_language_model_is_told_with_those_that_are()
    {
        IKernelBuilder builder = Kernel.CreateBuilder();
        builder.Services.AddPredictors(Houses.CreatePredictor(), Saying("assistant", "Hello."));
        Kernel kernel = builder.AddInferenceChatCompletion("house-price").Build();

        PredictorNotFoundException e = Assert.Throws<PredictorNotFoundException>(
            () => kernel.GetRequiredService<IChatCompletionService>());

        Assert.Equal("house-price", e.Name);
        Assert.Equal(
            "The predictor 'house-price' is not a language model: it predicts a Single from a FeatureRow. The language "
            + "models are: 'assistant'.",
            e.Message);
    }

    [Fact]
    public async Task Without_a_language_model_that_is_told()
    {
        var services = new ServiceCollection();
        services.AddPredictors(Houses.CreatePredictor());
        services.AddInferenceChatClient("house-price");
        await using ServiceProvider provider = services.BuildServiceProvider();

        PredictorNotFoundException e = Assert.Throws<PredictorNotFoundException>(
            () => provider.GetRequiredService<IChatClient>());

        Assert.EndsWith("No language model is registered.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_AddInference_what_is_missing_is_told()
    {
        Kernel kernel = Kernel.CreateBuilder().AddInferenceChatCompletion("assistant").Build();

        InferenceConfigurationException e = Assert.Throws<InferenceConfigurationException>(
            () => kernel.GetRequiredService<IChatCompletionService>());

        Assert.Contains("AddInference()", Assert.Single(e.Errors), StringComparison.Ordinal);
    }

    private static FakeChatPredictor Saying(string name, string text) =>
        new(name, _ => new ChatMessage(ChatRole.Assistant, text));
}
