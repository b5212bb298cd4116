using System.Runtime.CompilerServices;
using Inference.Sdk.LlamaCpp.Scheduling;

namespace Inference.Sdk.LlamaCpp.Tests.Chat.Support;

/// <summary>Generates what it is told to, and keeps the requests.</summary>
internal sealed class ScriptedGenerator : IGenerator
{
    private readonly List<GenerationRequest> _requests = [];

    /// <summary>Gets or sets what a request is answered with.</summary>
    public Func<GenerationRequest, CancellationToken, IAsyncEnumerable<GenerationUpdate>> OnGenerate { get; set; } =
        (_, _) => Answer(GenerationFinish.EndOfGeneration, "Hello", " there");

    public int ContextLength { get; set; } = 4096;

    public int Disposals { get; private set; }

    public IReadOnlyList<GenerationRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public static PredictionUsage Usage => new() { InputTokens = 10, OutputTokens = 4, CachedInputTokens = 3 };

    public static PredictionTimings Timings => new()
    {
        Queue = TimeSpan.FromMilliseconds(1),
        Prefill = TimeSpan.FromMilliseconds(2),
        Decode = TimeSpan.FromMilliseconds(3),
        TimeToFirstToken = TimeSpan.FromMilliseconds(4),
        Total = TimeSpan.FromMilliseconds(6),
    };

    public static IAsyncEnumerable<GenerationUpdate> Answer(GenerationFinish finish, params string[] pieces) =>
        Answer(finish, null, pieces);

    /// <summary>Gives an answer that a stop sequence ends.</summary>
    public static IAsyncEnumerable<GenerationUpdate> Stop(string stop, params string[] pieces) =>
        Answer(GenerationFinish.StopSequence, stop, pieces);

    private static async IAsyncEnumerable<GenerationUpdate> Answer(
        GenerationFinish finish, string? stop, string[] pieces)
    {
        foreach (string piece in pieces)
        {
            await Task.Yield();
            yield return new GenerationUpdate(piece);
        }

        yield return new GenerationUpdate(string.Empty, finish, Usage, Timings, stop);
    }

    public async IAsyncEnumerable<GenerationUpdate> GenerateAsync(
        Func<GenerationRequest> prepare, bool waits, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        GenerationRequest request = prepare();
        lock (_requests)
        {
            _requests.Add(request);
        }

        await foreach (GenerationUpdate update in OnGenerate(request, cancellationToken).WithCancellation(cancellationToken))
        {
            yield return update;
        }
    }

    public ValueTask DisposeAsync()
    {
        Disposals++;
        return ValueTask.CompletedTask;
    }
}
