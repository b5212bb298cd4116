using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Inference.Sdk.LlamaCpp.Backend;
using Microsoft.Extensions.Logging;

namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>Runs many generations on one model at once: their sequences are computed in common steps by one thread, which
/// alone touches the backend.</summary>
/// <remarks>
/// <para>Safe for concurrent use. A request is sent when its enumeration begins, and each enumeration sends it anew.</para>
/// <para>Disposal cancels what runs and waits, whose consumers get an <see cref="ObjectDisposedException"/>; it waits for
/// the thread to end, after which the backend is disposed, and can be repeated.</para>
/// </remarks>
internal sealed class LlamaScheduler : IGenerator
{
    private readonly int _vocabularySize;
    private readonly SchedulerOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly SchedulerLoop _loop;
    private int _disposed;

    /// <summary>Starts a scheduler.</summary>
    /// <param name="backend">The loaded model. Owned by the scheduler from now on.</param>
    /// <param name="options">How the model is divided.</param>
    /// <param name="timeProvider">Measures timings and a slow consumer's time.</param>
    /// <param name="logger">Told of what goes wrong.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public LlamaScheduler(ILlamaBackend backend, SchedulerOptions options, TimeProvider timeProvider, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentNullException.ThrowIfNull(logger);
        options.Validate();
        _vocabularySize = backend.Vocabulary.Count;
        ContextLength = backend.SequenceContextLength;
        _options = options;
        _timeProvider = timeProvider;
        _loop = new SchedulerLoop(backend, options, timeProvider, logger);
        _loop.Start();
    }

    /// <inheritdoc/>
    public int ContextLength { get; }

    /// <summary>Gets or sets the threads that compute steps, from the next one on. Safe from any thread.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One of the numbers is below 1, or above the most that the backend was
    /// loaded for.</exception>
    public StepThreads Threads
    {
        get => _loop.Threads;
        set => _loop.Threads = value;
    }

    /// <summary>Makes the error of a call after, or during, the disposal.</summary>
    /// <param name="name">The predictor's name.</param>
    /// <returns>The error.</returns>
    public static ObjectDisposedException Disposed(string name) => new(
        name,
        $"Predictor '{name}' has been disposed, or was while it answered. Let its answers end before it, or load another.");

    /// <summary>Generates, or is rejected where there is no place.</summary>
    /// <inheritdoc cref="GenerateAsync(Func{GenerationRequest}, bool, CancellationToken)"/>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the generation within one step; leaving the enumeration does so too.</param>
    public IAsyncEnumerable<GenerationUpdate> GenerateAsync(
        GenerationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return GenerateAsync(() => request, waits: false, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<GenerationUpdate> GenerateAsync(
        Func<GenerationRequest> prepare,
        bool waits,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prepare);
        cancellationToken.ThrowIfCancellationRequested();
        if (waits)
        {
            await _loop.ReserveAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            _loop.Reserve();
        }

        GenerationRequest request = Prepare(prepare);
        Sequence sequence = Submit(request);
        bool finished = false;
        try
        {
            using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
                (_, token) => _loop.Cancel(sequence, new OperationCanceledException(token)), null);
            ChannelReader<GenerationUpdate> updates = sequence.Output.Reader;
            while (await updates.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
            {
                while (updates.TryRead(out GenerationUpdate update))
                {
                    // The updates that are still there are not wanted any more.
                    cancellationToken.ThrowIfCancellationRequested();
                    if (sequence.Output.TakeWaited())
                    {
                        _loop.Wake();
                    }

                    finished = update.Finish is not null;
                    yield return update;
                }
            }
        }
        finally
        {
            if (!sequence.IsEnded && !sequence.IsCancelled)
            {
                _loop.Cancel(sequence, new OperationCanceledException("The enumeration was left."));
            }

            if (!finished)
            {
                request.OnUnfinished?.Invoke(sequence.Usage());
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _loop.Stop();
        await _loop.Ended.ConfigureAwait(false);
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _loop.Dispose();
        }
    }

    private GenerationRequest Prepare(Func<GenerationRequest> prepare)
    {
        try
        {
            GenerationRequest request = prepare();
            RequestValidation.Check(request, _vocabularySize, ContextLength);
            return request;
        }
        catch
        {
            _loop.Release();
            throw;
        }
    }

    private Sequence Submit(GenerationRequest request)
    {
        try
        {
            var sequence = new Sequence(request, ContextLength, _options.UpdateCapacity, _timeProvider);
            _loop.Submit(sequence);
            return sequence;
        }
        catch
        {
            _loop.Release();
            throw;
        }
    }
}
