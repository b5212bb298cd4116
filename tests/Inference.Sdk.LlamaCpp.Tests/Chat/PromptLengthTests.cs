using Inference.Sdk.LlamaCpp.Tests.Chat.Support;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.LlamaCpp.Tests.Chat;

/// <summary>What a prompt costs before it is known to fit.</summary>
public sealed class PromptLengthTests
{
    private readonly ChatHarness _chat = new("{{ messages[0].content }}");
    private int _longest;

    public PromptLengthTests()
    {
        // Control tokens have up to 12 bytes, so 240 bytes have 20 tokens at least.
        Assert.Equal(12, _chat.Vocabulary.LongestPiece);
        _chat.Generator.ContextLength = 20;
        _chat.Vocabulary.OnTokenize = text => _longest = Math.Max(_longest, text.Length);
    }

    [Theory]
    [InlineData(240, 20)]
    [InlineData(1_000_000, 83_333)]
    public async Task A_text_that_cannot_fit_is_refused_before_it_is_turned_into_tokens(int length, int tokens)
    {
        var error = await Assert.ThrowsAsync<ContextOverflowException>(
            () => _chat.AskAsync(null, new ChatMessage(ChatRole.User, new string('-', length))));
        Assert.Equal((tokens, 20), (error.Tokens, error.Limit));
        Assert.StartsWith($"The prompt has at least {tokens} tokens", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _longest);
        Assert.Empty(_chat.Generator.Requests);
    }

    [Fact]
    public async Task A_text_that_might_fit_is_not()
    {
        await _chat.AskAsync(null, new ChatMessage(ChatRole.User, new string('-', 239)));
        Assert.Equal(239, _longest);
    }

    [Fact]
    public async Task What_marks_control_tokens_in_a_users_text_does_not_count()
    {
        // 70 times three bytes, each with a mark of three.
        string text = string.Concat(Enumerable.Repeat("<s>", 70));
        await _chat.AskAsync(null, new ChatMessage(ChatRole.User, text));
        Assert.Equal(text, _chat.Vocabulary.Show(_chat.LastRequest.Prompt.Span));
    }

    [Fact]
    public async Task Making_the_prompt_is_timed_and_charged()
    {
        _chat.Vocabulary.OnTokenize = _ => _chat.Clock.Advance(TimeSpan.FromSeconds(2));
        Prediction<ChatResponse> prediction = await _chat.Predictor.PredictAsync(new ChatRequest("Hi"));
        Assert.Equal(TimeSpan.FromSeconds(2), prediction.Usage.ProcessorTime);
        Assert.Equal(ScriptedGenerator.Timings.Prefill + TimeSpan.FromSeconds(2), prediction.Timings.Prefill);
        Assert.Equal(ScriptedGenerator.Timings.Queue, prediction.Timings.Queue);
    }

    [Fact]
    public async Task A_prediction_that_fails_is_charged_with_making_its_prompt_too()
    {
        var id = Guid.NewGuid();
        var told = new List<PredictionReport>();
        _chat.Vocabulary.OnTokenize = _ => _chat.Clock.Advance(TimeSpan.FromSeconds(2));
        _chat.Generator.OnGenerate = (request, _) =>
        {
            request.OnUnfinished!(ScriptedGenerator.Usage with { ProcessorTime = TimeSpan.FromSeconds(5) });
            throw new EngineException("broken");
        };
        await Assert.ThrowsAsync<EngineException>(async () => await _chat.Predictor.PredictAsync(
            new ChatRequest("Hi"), new PredictionOptions { PredictionId = id, Unfinished = new Sink(told.Add) }));
        PredictionReport report = Assert.Single(told);
        Assert.Equal((id, "Tiny"), (report.Id, report.Model.Name));
        Assert.Equal(ScriptedGenerator.Usage with { ProcessorTime = TimeSpan.FromSeconds(7) }, report.Usage);
    }

    private sealed class Sink(Action<PredictionReport> report) : IProgress<PredictionReport>
    {
        public void Report(PredictionReport value) => report(value);
    }
}
