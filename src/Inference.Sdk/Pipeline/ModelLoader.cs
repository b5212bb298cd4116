using Microsoft.Extensions.Logging;

namespace Inference.Sdk.Pipeline;

/// <summary>Loads a model on first use, once for everyone who waits for it.</summary>
/// <remarks>Safe for concurrent use. A caller that gives up does not end the load for the others; a load that failed is
/// tried again by the next caller.</remarks>
internal sealed class ModelLoader<TPredictor>(
    string name, IModelSource<TPredictor> source, TimeProvider time, ILogger logger) : IAsyncDisposable
    where TPredictor : class, IPredictor
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _disposing = new();
    private volatile TPredictor? _loaded;
    private volatile PredictorMetadata? _described;
    private volatile Renamed? _renamed;
    private Task<TPredictor>? _load;
    private bool _disposed;

    /// <summary>Gets the loaded predictor, or <see langword="null"/> before it is loaded and after disposal.</summary>
    public TPredictor? Loaded => _loaded;

    /// <summary>Gets the loaded predictor's metadata; before it is loaded, its source's. The name is always the registered
    /// one, which an engine need not know.</summary>
    public PredictorMetadata Metadata
    {
        get
        {
            PredictorMetadata metadata = _loaded?.Metadata ?? (_described ??= source.Describe());
            if (metadata.Name == name)
            {
                return metadata;
            }

            Renamed? renamed = _renamed;
            if (renamed is null || !ReferenceEquals(renamed.Original, metadata))
            {
                _renamed = renamed = new Renamed(metadata, metadata with { Name = name });
            }

            return renamed.Named;
        }
    }

    /// <summary>Loads the model where it is not.</summary>
    public async ValueTask LoadAsync(CancellationToken cancellationToken) =>
        await GetAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Gets the predictor; loads the model where it is not.</summary>
    /// <exception cref="ObjectDisposedException">The pipeline has been disposed, or was while the model was
    /// loaded.</exception>
    public async ValueTask<TPredictor> GetAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource<TPredictor>? mine = null;
        Task<TPredictor> load;
        lock (_gate)
        {
            if (_disposed)
            {
                throw Disposed();
            }

            if (_load is null)
            {
                mine = new TaskCompletionSource<TPredictor>(TaskCreationOptions.RunContinuationsAsynchronously);
                _load = mine.Task;
            }

            load = _load;
        }

        if (mine is not null)
        {
            // A load belongs to no caller: the first one must be able to give up even where an engine computes before it
            // awaits, and its async locals must not live on in a model that outlives its request.
            ThreadPool.UnsafeQueueUserWorkItem(
                static state => _ = state.Loader.RunAsync(state.Load), (Loader: this, Load: mine), preferLocal: false);
        }

        return await load.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        Task<TPredictor>? load;
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            load = _load;
        }

        await _disposing.CancelAsync().ConfigureAwait(false);
        if (load is not null)
        {
            // Its error, if it has one, was its callers' to see.
            await ((Task)load).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (_loaded is { } loaded)
        {
            await loaded.DisposeAsync().ConfigureAwait(false);
        }

        _loaded = null;
        _disposing.Dispose();
    }

    private async Task RunAsync(TaskCompletionSource<TPredictor> load)
    {
        long start = time.GetTimestamp();
        try
        {
            TPredictor predictor = await source.LoadAsync(_disposing.Token).ConfigureAwait(false)
                ?? throw new EngineException($"The source of predictor '{name}' loaded nothing.");
            Log.Loaded(logger, name, time.GetElapsedTime(start).TotalSeconds);
            _loaded = predictor;
            load.SetResult(predictor);
        }
        catch (OperationCanceledException) when (_disposing.IsCancellationRequested)
        {
            // Nothing went wrong: the container ended, and those who wait did not cancel anything.
            Fail(load, Disposed());
        }
        catch (Exception error)
        {
            Log.LoadFailed(logger, name, error);
            Fail(load, error);
        }
    }

    private void Fail(TaskCompletionSource<TPredictor> load, Exception error)
    {
        Forget();
        load.SetException(error);

        // Everyone who waited may have given up, and nobody else is to be told.
        _ = load.Task.Exception;
    }

    private ObjectDisposedException Disposed() => new(
        name,
        $"Predictor '{name}' has been disposed with its container. Predict before the container ends, or resolve the "
        + "predictor from one that is in use.");

    private void Forget()
    {
        lock (_gate)
        {
            _load = null;
        }
    }

    private sealed record Renamed(PredictorMetadata Original, PredictorMetadata Named);
}
