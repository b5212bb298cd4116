using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Inference.Sdk.SemanticKernel.Tests.Chat;

/// <summary>A language model asks for the function of a tabular model and answers from its result.</summary>
public class FunctionCallingTests
{
    private const string Question = "What is a house of 2000 square feet worth?";
    private const string Answer = """The tool says {"price":600000}.""";

    private static readonly PromptExecutionSettings Auto =
        new() { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };

    private readonly FakePredictor<FeatureRow, float> _houses = Houses.CreatePredictor();
    private readonly FakeChatPredictor _assistant = FakeChatPredictor.Calling("""{"sqft":2000}""");

    public enum Service
    {
        ChatCompletion,
        ChatClient,
    }

    [Theory]
    [InlineData(Service.ChatCompletion)]
    [InlineData(Service.ChatClient)]
    public async Task A_prompt_is_answered_from_the_functions_result(Service service)
    {
        Kernel kernel = CreateKernel(service);

        FunctionResult result = await kernel.InvokePromptAsync(Question, new(Auto));

        Assert.Equal(Answer, result.ToString());
        Assert.Equal(2000, Assert.Single(_houses.Inputs).Values[0]);
        Assert.Equal(0, _assistant.StreamedRequests);
        AssertLoop();
    }

    [Theory]
    [InlineData(Service.ChatCompletion)]
    [InlineData(Service.ChatClient)]
    public async Task A_prompt_is_streamed_from_the_functions_result(Service service)
    {
        Kernel kernel = CreateKernel(service);

        List<string> pieces = [];
        await foreach (string piece in kernel.InvokePromptStreamingAsync<string>(Question, new(Auto)))
        {
            pieces.Add(piece);
        }

        Assert.Equal(Answer, string.Concat(pieces));
        Assert.True(pieces.Count(p => p.Length > 0) > 1, "The answer came in one piece.");
        Assert.Equal(2, _assistant.StreamedRequests);
        Assert.Single(_houses.Inputs);
        AssertLoop();
    }

    [Fact]
    public async Task A_chat_is_answered_and_its_history_tells_how()
    {
        Kernel kernel = CreateKernel(Service.ChatCompletion);
        var history = new ChatHistory(Question);
        var chat = kernel.GetRequiredService<IChatCompletionService>();

        ChatMessageContent answer = await chat.GetChatMessageContentAsync(history, Auto, kernel);

        Assert.Equal(Answer, answer.Content);
        Assert.Equal([AuthorRole.System, AuthorRole.Assistant, AuthorRole.Tool], history.Select(m => m.Role));
        AssertLoop();
    }

    [Fact]
    public async Task A_chat_is_streamed_and_its_history_tells_how()
    {
        Kernel kernel = CreateKernel(Service.ChatCompletion);
        var history = new ChatHistory();
        history.AddUserMessage(Question);
        var chat = kernel.GetRequiredService<IChatCompletionService>();

        string answer = "";
        await foreach (StreamingChatMessageContent piece in chat
            .GetStreamingChatMessageContentsAsync(history, Auto, kernel))
        {
            answer += piece.Content;
        }

        Assert.Equal(Answer, answer);
        Assert.Equal([AuthorRole.User, AuthorRole.Assistant, AuthorRole.Tool], history.Select(m => m.Role));
        AssertLoop();
    }

    [Fact]
    public async Task A_model_learns_what_is_wrong_with_its_call_and_mends_it()
    {
        var assistant = new FakeChatPredictor("assistant", request => FakeChatPredictor.LastResult(request)?.Result switch
        {
            null => FakeChatPredictor.Call("""{"sqft":"two thousand"}"""),
            JsonElement json when json.TryGetProperty("error", out var error)
                && error.GetString()!.StartsWith("Feature 'sqft'", StringComparison.Ordinal) =>
                FakeChatPredictor.Call("""{"sqft":2000}"""),
            { } result => new ChatMessage(ChatRole.Assistant, $"The tool says {result}."),
        });
        Kernel kernel = CreateKernel(Service.ChatCompletion, assistant);

        FunctionResult result = await kernel.InvokePromptAsync(Question, new(Auto));

        Assert.Equal(Answer, result.ToString());
        Assert.Equal(3, assistant.Requests.Count);
        Assert.Single(_houses.Inputs);
    }

    [Fact]
    public async Task The_model_is_offered_the_function_with_its_schema()
    {
        Kernel kernel = CreateKernel(Service.ChatCompletion);

        await kernel.InvokePromptAsync(Question, new(Auto));

        ChatOptions options = _assistant.Requests[0].Options!;
        Assert.Equal(ChatToolMode.Auto, options.ToolMode);
        AIFunction tool = Assert.IsAssignableFrom<AIFunction>(Assert.Single(options.Tools!));
        Assert.Equal("predict_house_price", tool.Name);
        Assert.Equal(Houses.CreatePredictor().AsKernelFunction().JsonSchema.GetRawText(), tool.JsonSchema.GetRawText());
    }

    [Fact]
    public async Task Without_a_function_choice_nothing_is_offered_or_called()
    {
        var assistant = new FakeChatPredictor("assistant", _ => new ChatMessage(ChatRole.Assistant, "Hello."));
        Kernel kernel = CreateKernel(Service.ChatCompletion, assistant);

        FunctionResult result = await kernel.InvokePromptAsync("Hi");

        Assert.Equal("Hello.", result.ToString());
        Assert.Null(Assert.Single(assistant.Requests).Options?.Tools);
    }

    [Fact]
    public async Task Calls_are_left_to_the_caller_where_the_settings_say_so()
    {
        Kernel kernel = CreateKernel(Service.ChatCompletion);
        var settings = new PromptExecutionSettings
        {
            FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(autoInvoke: false),
        };

        ChatMessageContent answer = await kernel.GetRequiredService<IChatCompletionService>()
            .GetChatMessageContentAsync(Question, settings, kernel);

        Microsoft.SemanticKernel.FunctionCallContent call =
            Assert.Single(Microsoft.SemanticKernel.FunctionCallContent.GetFunctionCalls(answer));
        Assert.Equal("predict_house_price", call.FunctionName);
        Assert.Empty(_houses.Inputs);
    }

    [Fact]
    public async Task A_host_that_adds_its_kernel_to_the_container_has_the_same()
    {
        var services = new ServiceCollection();
        services.AddKernel().AddInferenceChatCompletion("assistant").Plugins.AddFromPredictor("house-price");
        services.AddPredictors(_assistant, _houses);
        await using ServiceProvider provider = services.BuildServiceProvider();

        FunctionResult result = await provider.GetRequiredService<Kernel>().InvokePromptAsync(Question, new(Auto));

        Assert.Equal(Answer, result.ToString());
    }

    [Fact]
    public async Task The_kernels_filters_see_the_call()
    {
        Kernel kernel = CreateKernel(Service.ChatCompletion);
        var filter = new RecordingFilter();
        kernel.AutoFunctionInvocationFilters.Add(filter);

        await kernel.InvokePromptAsync(Question, new(Auto));

        Assert.Equal(["predict.house_price"], filter.Calls);
    }

    private Kernel CreateKernel(Service service, FakeChatPredictor? assistant = null)
    {
        IKernelBuilder builder = Kernel.CreateBuilder();
        builder.Services.AddPredictors(assistant ?? _assistant, _houses);
        builder.Plugins.AddFromPredictor("house-price");
        _ = service == Service.ChatCompletion
            ? builder.AddInferenceChatCompletion("assistant")
            : builder.AddInferenceChatClient("assistant");
        return builder.Build();
    }

    /// <summary>The model was asked twice: with the question, and with the result too.</summary>
    private void AssertLoop()
    {
        Assert.Equal(2, _assistant.Requests.Count);
        Assert.Equal(Question, _assistant.Requests[0].Messages[0].Text);
        Assert.Equal([ChatRole.Assistant, ChatRole.Tool], _assistant.Requests[1].Messages.Skip(1).Select(m => m.Role));
    }

    private sealed class RecordingFilter : IAutoFunctionInvocationFilter
    {
        public List<string> Calls { get; } = [];

        public Task OnAutoFunctionInvocationAsync(
            AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
        {
            Calls.Add(context.Function.ToString());
            return next(context);
        }
    }
}
