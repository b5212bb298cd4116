using System.Text.Json;
using Inference.Sdk.LlamaCpp.Tests.Chat.Support;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp.Tests.Chat;

public sealed class MessageTests
{
    private readonly ChatHarness _chat = new();

    [Fact]
    public async Task A_conversation_is_written_in_order() => Assert.Equal(
        "{{<s>}}{{<|im_start|>}}system\nS{{<|im_end|>}}\n{{<|im_start|>}}user\n(ann)ab{{<|im_end|>}}\n"
        + "{{<|im_start|>}}assistant\n{why}c{{<|im_end|>}}\n{{<|im_start|>}}assistant\n",
        await _chat.PromptAsync(
            new ChatMessage(ChatRole.System, "S"),
            new ChatMessage(ChatRole.User, [new TextContent("a"), new TextContent("b")]) { AuthorName = "ann" },
            new ChatMessage(ChatRole.Assistant, [new TextReasoningContent("why"), new TextContent("c"), new UsageContent()])));

    [Fact]
    public async Task Calls_and_results_of_tools_become_what_templates_know()
    {
        string prompt = await _chat.PromptAsync(
            new ChatMessage(ChatRole.User, "both?"),
            new ChatMessage(ChatRole.Assistant, [
                new FunctionCallContent("c1", "price", new Dictionary<string, object?>
                {
                    ["sqft"] = 1800,
                    ["area"] = JsonSerializer.SerializeToElement("coast"),
                    ["none"] = null,
                    ["list"] = new[] { 1.5, 2 },
                }),
                new FunctionCallContent("c2", "time")]),
            new ChatMessage(ChatRole.Tool, [
                new FunctionResultContent("c1", 512000.5),
                new FunctionResultContent("c2", JsonSerializer.SerializeToElement("noon"))]));
        Assert.Contains(
            """<tool_call>c1 {"name": "price", "arguments": {"sqft": 1800, "area": "coast", "none": null, "list": [1.5, 2]}}</tool_call>"""
            + """<tool_call>c2 {"name": "time", "arguments": {}}</tool_call>""",
            prompt,
            StringComparison.Ordinal);
        Assert.Contains("tool\n(price)#c1 512000.5{{<|im_end|>}}", prompt, StringComparison.Ordinal);
        Assert.Contains("tool\n(time)#c2 noon{{<|im_end|>}}", prompt, StringComparison.Ordinal);
    }

    public static TheoryData<object?, string> Results() => new()
    {
        { "text", "text" },
        { null, string.Empty },
        { 5, "5" },
        { 0.1f, "0.1" },
        { true, "true" },
        { JsonSerializer.SerializeToElement(new[] { 1, 2 }), "[1,2]" },
        { new TextContent("inner"), "inner" },
        { new AIContent[] { new TextContent("a"), new TextContent("b") }, "ab" },
        { new Dictionary<string, object?> { ["a"] = 1 }, """{"a":1}""" },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public async Task A_result_is_text_or_JSON(object? result, string expected)
    {
        string prompt = await _chat.PromptAsync(
            new ChatMessage(ChatRole.Tool, [new FunctionResultContent("c", result)]));
        Assert.Contains($"#c {expected}{{{{<|im_end|>", prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_JSON_is_refused()
    {
        using JsonDocument half = JsonDocument.Parse("""{"text": "\ud800", "object": {"\ud800": 1}}""");
        foreach (JsonProperty property in half.RootElement.EnumerateObject())
        {
            InvalidRequestException error = await _chat.RefusalAsync(
                null, new ChatMessage(ChatRole.Tool, [new FunctionResultContent("c", property.Value)]));
            Assert.Contains("half of a surrogate pair", error.Message, StringComparison.Ordinal);
            error = await _chat.RefusalAsync(null, new ChatMessage(ChatRole.Assistant, [
                new FunctionCallContent("c", "f", new Dictionary<string, object?> { ["a"] = property.Value })]));
            Assert.Contains("half of a surrogate pair", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_number_that_is_too_long_for_a_template_is_refused()
    {
        using JsonDocument number = JsonDocument.Parse(new string('9', 2000));
        InvalidRequestException error = await _chat.RefusalAsync(null, new ChatMessage(ChatRole.Assistant, [
            new FunctionCallContent("c", "f", new Dictionary<string, object?> { ["a"] = number.RootElement })]));
        Assert.Contains("more than 4096 bits", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_failed_says_so() => Assert.Contains(
        "#c Error: broken",
        await _chat.PromptAsync(new ChatMessage(
            ChatRole.Tool, [new FunctionResultContent("c", null) { Exception = new InvalidOperationException("broken") }])),
        StringComparison.Ordinal);

    [Fact]
    public async Task Instructions_begin_the_conversation()
    {
        var options = new ChatOptions { Instructions = "Be brief." };
        Assert.StartsWith(
            "{{<s>}}{{<|im_start|>}}system\nBe brief.{{<|im_end|>}}\n{{<|im_start|>}}user\nHi",
            await _chat.PromptAsync(options, new ChatMessage(ChatRole.User, "Hi")),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "{{<s>}}{{<|im_start|>}}system\nBe brief.\n\nBe kind.{{<|im_end|>}}\n{{<|im_start|>}}user\nHi",
            await _chat.PromptAsync(
                options, new ChatMessage(ChatRole.System, "Be kind."), new ChatMessage(ChatRole.User, "Hi")),
            StringComparison.Ordinal);
    }

    public static TheoryData<string, AIContent, string> Refused() => new()
    {
        { "user", new DataContent(new byte[] { 1 }, "image/png"), nameof(DataContent) },
        { "user", new UriContent("https://example.com/a.png", "image/png"), nameof(UriContent) },
        { "user", new FunctionCallContent("c", "f"), nameof(FunctionCallContent) },
        { "assistant", new FunctionResultContent("c", "x"), nameof(FunctionResultContent) },
        { "user", new TextReasoningContent("x"), nameof(TextReasoningContent) },
        { "user", new ErrorContent("x"), nameof(ErrorContent) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Content_that_the_model_cannot_take_is_refused_by_name(string role, AIContent content, string name)
    {
        InvalidRequestException error = await _chat.RefusalAsync(
            null, new ChatMessage(ChatRole.System, "S"), new ChatMessage(new ChatRole(role), [content]));
        Assert.Contains($"has a {name}", error.Message, StringComparison.Ordinal);
        Assert.Equal("messages[1]", error.Parameter);
    }

    [Fact]
    public async Task An_unknown_role_and_an_empty_conversation_are_refused()
    {
        Assert.Contains(
            "role 'critic'",
            (await _chat.RefusalAsync(null, new ChatMessage(new ChatRole("critic"), "x"))).Message,
            StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<InvalidRequestException>(() => _chat.AskAsync(null, []));
        Assert.Equal("There are no messages. Give at least one.", error.Message);
    }

    [Fact]
    public async Task What_the_template_refuses_is_an_invalid_request()
    {
        var chat = new ChatHarness("{{ raise_exception('Roles must alternate') }}");
        InvalidRequestException error = await chat.RefusalAsync(null);
        Assert.Equal(
            "The model's chat template refuses the conversation: Roles must alternate. Change the messages or the tools to "
            + "what this model takes.",
            error.Message);
    }

    [Fact]
    public async Task Reasoning_goes_by_the_name_that_the_template_knows()
    {
        var chat = new ChatHarness("{{ messages[0].thinking }}");
        Assert.Equal(
            "why", await chat.PromptAsync(new ChatMessage(ChatRole.Assistant, [new TextReasoningContent("why")])));
    }

    [Fact]
    public async Task A_model_without_a_template_gets_ChatML()
    {
        var chat = new ChatHarness(template: null);
        Assert.Equal(
            "{{<|im_start|>}}user\nHi{{<|im_end|>}}\n{{<|im_start|>}}assistant\n",
            await chat.PromptAsync(new ChatMessage(ChatRole.User, "Hi")));
        Assert.Equal(["<|im_end|>"], chat.LastRequest.StopSequences);
    }
}
