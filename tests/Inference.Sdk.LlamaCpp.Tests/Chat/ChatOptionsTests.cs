using System.Text.Json;
using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tests.Chat.Support;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp.Tests.Chat;

public sealed class ChatOptionsTests
{
    private readonly ChatHarness _chat = new();

    [Fact]
    public async Task Without_options_the_models_defaults_hold()
    {
        await _chat.AskAsync();
        GenerationRequest request = _chat.LastRequest;
        Assert.Equal((0.7f, 20, 0.9f, 0.1f, null), (
            request.Sampling.Temperature, request.Sampling.TopK, request.Sampling.TopP, request.Sampling.MinP,
            request.Sampling.Seed));
        Assert.Null(request.MaxTokens);
        Assert.Empty(request.StopSequences);
    }

    [Fact]
    public async Task Sampling_limits_and_stops_are_passed_on()
    {
        await _chat.AskAsync(new ChatOptions
        {
            Temperature = 0.5f,
            TopK = 5,
            TopP = 0.5f,
            Seed = 42,
            MaxOutputTokens = 7,
            StopSequences = ["END", "\n"],
            FrequencyPenalty = 0,
            PresencePenalty = 0,
            ResponseFormat = ChatResponseFormat.Text,
            ModelId = "tiny",
            AllowMultipleToolCalls = true,
            ToolMode = ChatToolMode.Auto,
            AdditionalProperties = new() { ["min_p"] = 0.25 },
        });
        GenerationRequest request = _chat.LastRequest;
        Assert.Equal((0.5f, 5, 0.5f, 0.25f, 42UL), (
            request.Sampling.Temperature, request.Sampling.TopK, request.Sampling.TopP, request.Sampling.MinP,
            request.Sampling.Seed));
        Assert.Equal(7, request.MaxTokens);
        Assert.Equal(["END", "\n"], request.StopSequences);
    }

    public static TheoryData<string, ChatOptions> Refused() => new()
    {
        { "FrequencyPenalty", new ChatOptions { FrequencyPenalty = 0.5f } },
        { "PresencePenalty", new ChatOptions { PresencePenalty = -0.5f } },
        { "ResponseFormat", new ChatOptions { ResponseFormat = ChatResponseFormat.Json } },
        { "ConversationId", new ChatOptions { ConversationId = "c" } },
        { "RawRepresentationFactory", new ChatOptions { RawRepresentationFactory = _ => null } },
        { "AllowBackgroundResponses", new ChatOptions { AllowBackgroundResponses = true } },
        { "Reasoning.Output", new ChatOptions { Reasoning = new() { Output = ReasoningOutput.Full } } },
        { "ModelId", new ChatOptions { ModelId = "gpt-9" } },
        { "MaxOutputTokens", new ChatOptions { MaxOutputTokens = 0 } },
        { "ToolMode", new ChatOptions { ToolMode = ChatToolMode.RequireAny } },
        { "ToolMode", new ChatOptions { ToolMode = ChatToolMode.RequireSpecific("f") } },
        { "Tools", new ChatOptions { Tools = [new HostedWebSearchTool()] } },
        { "Tools", new ChatOptions { Tools = [ChatHarness.Price, ChatHarness.Price] } },
        { "AdditionalProperties[\"top_q\"]", new ChatOptions { AdditionalProperties = new() { ["top_q"] = 1 } } },
        { "AdditionalProperties[\"min_p\"]", new ChatOptions { AdditionalProperties = new() { ["min_p"] = "x" } } },
        {
            "AdditionalProperties[\"chat_template_kwargs\"]",
            new ChatOptions { AdditionalProperties = new() { ["chat_template_kwargs"] = 5 } }
        },
        {
            "AdditionalProperties[\"chat_template_kwargs\"]",
            new ChatOptions { AdditionalProperties = new() { ["chat_template_kwargs"] = Json("""{"nobody_knows": 1}""") } }
        },
        {
            "AdditionalProperties[\"chat_template_kwargs\"]",
            new ChatOptions { AdditionalProperties = new() { ["chat_template_kwargs"] = Json("""{"messages": []}""") } }
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_honoured_is_refused_by_name(string option, ChatOptions options)
    {
        InvalidRequestException error = await _chat.RefusalAsync(options);
        Assert.Equal($"ChatOptions.{option}", error.Parameter);
        Assert.Contains($"ChatOptions.{option}".Split('[')[0], error.Message + error.Parameter, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Temperature")]
    [InlineData("TopK")]
    [InlineData("TopP")]
    [InlineData("MinP")]
    public async Task Sampling_out_of_range_is_refused_by_name(string parameter)
    {
        var options = new ChatOptions();
        switch (parameter)
        {
            case "Temperature":
                options.Temperature = -1;
                break;
            case "TopK":
                options.TopK = -1;
                break;
            case "TopP":
                options.TopP = 1.5f;
                break;
            default:
                options.AdditionalProperties = new() { ["min_p"] = 2 };
                break;
        }

        Assert.Equal(parameter, (await _chat.RefusalAsync(options)).Parameter);
    }

    [Fact]
    public async Task Every_member_is_read_by_these_tests()
    {
        // A member that Microsoft.Extensions.AI adds must be honoured or refused before this list may name it.
        string[] known =
        [
            "AdditionalProperties", "AllowBackgroundResponses", "AllowMultipleToolCalls", "ContinuationToken", "ConversationId",
            "FrequencyPenalty", "Instructions", "MaxOutputTokens", "ModelId", "PresencePenalty", "RawRepresentationFactory",
            "Reasoning", "ResponseFormat", "Seed", "StopSequences", "Temperature", "ToolMode", "Tools", "TopK", "TopP",
        ];
        string[] members = [.. typeof(ChatOptions).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal)];
        Assert.Equal(known, members);
        await _chat.AskAsync(new ChatOptions());
    }

    [Fact]
    public async Task Tools_are_offered_to_the_template_as_schemas()
    {
        string prompt = await _chat.PromptAsync(
            new ChatOptions { Tools = [ChatHarness.Price] }, new ChatMessage(ChatRole.User, "Hi"));
        Assert.Contains(
            """{{<|im_start|>}}tools""" + "\n" + """[{"type": "function", "function": {"name": "price", "description": "Estimates a price", "parameters": {"type": "object", "properties": {"sqft": {"type": "number"}}, "required": ["sqft"]}}}]""",
            prompt,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_mode_None_tools_are_not_offered_and_calls_are_text()
    {
        _chat.AnswerWith(GenerationFinish.EndOfGeneration, """<tool_call>{"name": "price"}</tool_call>""");
        var options = new ChatOptions { Tools = [ChatHarness.Price], ToolMode = ChatToolMode.None };
        ChatResponse response = await _chat.AskAsync(options);
        Assert.Equal("""<tool_call>{"name": "price"}</tool_call>""", response.Text);
        Assert.DoesNotContain("tools", _chat.Vocabulary.Show(_chat.LastRequest.Prompt.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tools_are_refused_where_the_template_knows_none()
    {
        var chat = new ChatHarness("{{ messages[0].content }}");
        InvalidRequestException error = await chat.RefusalAsync(new ChatOptions { Tools = [ChatHarness.Price] });
        Assert.Equal("ChatOptions.Tools", error.Parameter);
    }

    [Theory]
    [InlineData(ReasoningEffort.None, "False")]
    [InlineData(ReasoningEffort.High, "True")]
    public async Task Reasoning_effort_switches_thinking_where_the_template_can(ReasoningEffort effort, string expected) =>
        Assert.EndsWith(
            $"thinking {expected}",
            await _chat.PromptAsync(
                new ChatOptions { Reasoning = new() { Effort = effort } }, new ChatMessage(ChatRole.User, "Hi")),
            StringComparison.Ordinal);

    [Fact]
    public async Task Reasoning_effort_is_refused_where_the_template_cannot()
    {
        var chat = new ChatHarness("{{ messages[0].content }}");
        InvalidRequestException error = await chat.RefusalAsync(
            new ChatOptions { Reasoning = new() { Effort = ReasoningEffort.Low } });
        Assert.Equal("ChatOptions.Reasoning.Effort", error.Parameter);
    }

    [Fact]
    public async Task Variables_of_the_template_are_passed_on() => Assert.EndsWith(
        "thinking False",
        await _chat.PromptAsync(
            new ChatOptions { AdditionalProperties = new() { ["chat_template_kwargs"] = Json("""{"enable_thinking": false}""") } },
            new ChatMessage(ChatRole.User, "Hi")),
        StringComparison.Ordinal);

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;
}
