using System.Text;
using Inference.Sdk.LlamaCpp.Scheduling;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inference.Sdk.LlamaCpp.Tests.Fakes;

/// <summary>A scheduler on a fake backend. Disposal checks that the backend's contract was kept.</summary>
internal sealed class SchedulerHarness : IAsyncDisposable
{
    public SchedulerHarness(FakeLlamaBackend backend, SchedulerOptions? options = null, TimeProvider? time = null)
    {
        Backend = backend;
        Scheduler = new LlamaScheduler(
            backend, options ?? new SchedulerOptions(), time ?? TimeProvider.System, NullLogger.Instance);
    }

    public FakeLlamaBackend Backend { get; }

    public LlamaScheduler Scheduler { get; }

    public static CancellationToken TestEnd => TestContext.Current.CancellationToken;

    /// <summary>A prompt that a scripted model answers.</summary>
    public static GenerationRequest Ask(int promptTokens = 3, int? maxTokens = null, params string[] stops) => new()
    {
        Prompt = Enumerable.Repeat((int)'p', promptTokens - 1).Append(FakeVocabulary.Begin).ToArray(),
        MaxTokens = maxTokens,
        StopSequences = stops,
    };

    public static int[] Tokens(string text) => new FakeVocabulary().Tokenize(text, addSpecial: false, parseSpecial: true);

    /// <summary>Generates to the end.</summary>
    public async Task<Generation> GenerateAsync(GenerationRequest request, CancellationToken cancellationToken = default)
    {
        var text = new StringBuilder();
        var pieces = new List<string>();
        GenerationUpdate last = default;
        try
        {
            await foreach (GenerationUpdate update in Scheduler.GenerateAsync(request, cancellationToken))
            {
                Assert.Null(last.Finish);
                pieces.Add(update.Text);
                text.Append(update.Text);
                last = update;
            }

            Assert.NotNull(last.Finish);
            return new Generation(text.ToString(), pieces, last, null);
        }
        catch (Exception error) when (error is InferenceException or OperationCanceledException or ObjectDisposedException)
        {
            return new Generation(text.ToString(), pieces, last, error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Scheduler.DisposeAsync();
        Assert.Empty(Backend.Violations);
        Assert.Equal(1, Backend.Disposals);
    }

    internal sealed record Generation(string Text, IReadOnlyList<string> Pieces, GenerationUpdate Last, Exception? Error)
    {
        public GenerationFinish? Finish => Last.Finish;

        public void AssertIs(Reference.Generated expected)
        {
            Assert.Null(Error);
            Assert.Equal(expected.Text, Text);
            Assert.Equal(expected.Finish, Finish);
            Assert.Equal(expected.Tokens, Last.Usage.OutputTokens);
        }
    }
}
