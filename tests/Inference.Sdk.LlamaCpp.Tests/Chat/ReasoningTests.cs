using Inference.Sdk.LlamaCpp.Scheduling;
using Inference.Sdk.LlamaCpp.Tests.Chat.Support;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp.Tests.Chat;

public sealed class ReasoningTests
{
    // Takes the reasoning out of earlier answers, as Qwen 3 does, and opens it where it is asked to, as Qwen 3.5 does.
    private const string Template =
        """
        {%- for m in messages %}{{ m.role }}:{{ m.content.split('</think>')[-1] }}
            {%- if m.reasoning_content %}({{ m.reasoning_content }}){% endif %}
        {%- endfor %}
        {%- if tools %}<tool_call> arguments{% endif %}
        {%- if enable_thinking %}<think>{{ '\n' }}{% endif %}
        """;

    private const string Call = """<tool_call>{"name": "price", "arguments": {"sqft": 900}}</tool_call>""";

    private static readonly ChatOptions Opening = new() { Reasoning = new() { Effort = ReasoningEffort.High } };

    private readonly ChatHarness _chat = new(Template);

    [Fact]
    public async Task Reasoning_is_content_of_its_own()
    {
        Answer("<th", "ink>\nLet me", " see.\n</", "think>\n\n", "It is", " 5.");
        ChatResponse response = await _chat.AskAsync();
        Assert.Equal("It is 5.", response.Text);
        Assert.Equal(["Let me see.", "It is 5."], response.Messages[0].Contents
            .Select(content => content is TextReasoningContent reasoning ? reasoning.Text : ((TextContent)content).Text));
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
    }

    [Fact]
    public async Task It_is_streamed_and_nothing_of_a_tag_is_seen()
    {
        Answer([.. "<think>\nLet me see. </thi\n</think>\n\nIt is 5.".Select(c => c.ToString())]);
        var contents = new List<AIContent>();
        await foreach (ChatResponseUpdate update in _chat.Predictor.PredictStreamingAsync(new ChatRequest("Hi")))
        {
            contents.AddRange(update.Contents);
        }

        Assert.Equal(
            "Let me see. </thi", string.Concat(contents.OfType<TextReasoningContent>().Select(content => content.Text)));
        Assert.Equal("It is 5.", string.Concat(contents.OfType<TextContent>().Select(content => content.Text)));
        Assert.True(contents.OfType<TextReasoningContent>().Count() > 5);
    }

    [Fact]
    public async Task A_prompt_that_opens_it_is_followed_by_reasoning()
    {
        Answer("Let me see.\n</think>\n\nIt is 5.");
        ChatResponse response = await _chat.AskAsync(Opening);
        Assert.EndsWith("<think>\n", _chat.Vocabulary.Show(_chat.LastRequest.Prompt.Span), StringComparison.Ordinal);
        Assert.Equal("It is 5.", response.Text);
        Assert.Equal("Let me see.", Reasoning(response));
    }

    [Theory]
    [InlineData("<think>a</think>b", 3, 3)]
    [InlineData("<think>a", null, 4)]
    [InlineData("b</think>", 2, 0)]
    [InlineData("b", null, 0)]
    public async Task Its_tokens_are_counted(string text, int? landmark, int expected)
    {
        _chat.Generator.OnGenerate = (_, _) => Generate(GenerationFinish.EndOfGeneration, null, landmark, text);
        Prediction<ChatResponse> prediction = await _chat.Predictor.PredictAsync(new ChatRequest("Hi"));
        Assert.Equal("</think>", _chat.LastRequest.Landmark);
        Assert.Equal(expected, prediction.Usage.ReasoningTokens);
        Assert.Equal(expected, prediction.Value.Usage!.ReasoningTokenCount);
        Assert.Equal(4, prediction.Usage.OutputTokens);
    }

    [Theory]
    [InlineData(GenerationFinish.Length, null, "length")]
    [InlineData(GenerationFinish.StopSequence, "see", "stop")]
    [InlineData(GenerationFinish.EndOfGeneration, null, "stop")]
    public async Task An_answer_that_ends_within_it_is_all_reasoning(object finish, string? stop, string reason)
    {
        _chat.Generator.OnGenerate = (_, _) => Generate((GenerationFinish)finish, stop, null, "<think>Let me ", "</thi");
        ChatResponse response = await _chat.AskAsync();
        Assert.Equal(string.Empty, response.Text);
        Assert.Equal("Let me </thi", Reasoning(response));
        Assert.Equal(reason, response.FinishReason?.Value);
        Assert.Equal(4, response.Usage!.ReasoningTokenCount);
    }

    [Fact]
    public async Task A_call_within_it_is_not_made_and_one_after_it_is()
    {
        Answer($"<think>Perhaps {Call}?</think>\n{Call}");
        ChatResponse response = await _chat.AskAsync(new ChatOptions { Tools = [ChatHarness.Price] });
        Assert.Equal($"Perhaps {Call}?", Reasoning(response));
        Assert.Single(response.Messages[0].Contents.OfType<FunctionCallContent>());
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
    }

    [Fact]
    public async Task It_can_be_left_out()
    {
        Answer("<think>Let me see.</think>It is 5.");
        ChatResponse response = await _chat.AskAsync(new ChatOptions { Reasoning = new() { Output = ReasoningOutput.None } });
        Assert.Equal("It is 5.", Assert.IsType<TextContent>(Assert.Single(response.Messages[0].Contents)).Text);
        response = await _chat.AskAsync(new ChatOptions { Reasoning = new() { Output = ReasoningOutput.Full } });
        Assert.Equal("Let me see.", Reasoning(response));
        InvalidRequestException error = await new ChatHarness(Template).RefusalAsync(
            new ChatOptions { Reasoning = new() { Output = ReasoningOutput.Summary } });
        Assert.Equal(
            "ChatOptions.Reasoning.Output is Summary, and reasoning is given whole or not at all. Ask for Full or None, or "
            + "leave it out.",
            error.Message);
    }

    [Fact]
    public async Task It_goes_back_to_the_template_as_reasoning()
    {
        Answer("<think>\nLet me see.\n</think>\n\nIt is 5.");
        ChatResponse response = await _chat.AskAsync();
        string prompt = await _chat.PromptAsync([.. response.Messages, new ChatMessage(ChatRole.User, "Sure?")]);
        Assert.Equal("assistant:It is 5.(Let me see.)user:Sure?", prompt);
    }

    [Fact]
    public async Task A_model_whose_template_knows_no_tags_is_left_alone()
    {
        var chat = new ChatHarness();
        chat.AnswerWith(GenerationFinish.EndOfGeneration, " <think>a</think> b ");
        ChatResponse response = await chat.AskAsync();
        Assert.Equal(" <think>a</think> b ", response.Text);
        Assert.Null(response.Usage!.ReasoningTokenCount);
        Assert.Null(chat.LastRequest.Landmark);
    }

    [Fact]
    public async Task Tags_that_are_control_tokens_are_delivered()
    {
        var chat = new ChatHarness(Template, new ChatVocabulary(addsBegin: false, "<s>", "</s>", "<think>", "</think>"));
        await chat.AskAsync();
        Assert.True(chat.LastRequest.DeliverControlTokens);
        await _chat.AskAsync();
        Assert.False(_chat.LastRequest.DeliverControlTokens);
    }

    private static string Reasoning(ChatResponse response) =>
        string.Concat(response.Messages[0].Contents.OfType<TextReasoningContent>().Select(content => content.Text));

    private void Answer(params string[] pieces) => _chat.AnswerWith(GenerationFinish.EndOfGeneration, pieces);

    private static async IAsyncEnumerable<GenerationUpdate> Generate(
        GenerationFinish finish, string? stop, int? landmark, params string[] pieces)
    {
        foreach (string piece in pieces)
        {
            await Task.Yield();
            yield return new GenerationUpdate(piece);
        }

        yield return new GenerationUpdate(
            string.Empty, finish, ScriptedGenerator.Usage, ScriptedGenerator.Timings, stop, landmark);
    }
}
