using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Sampling;
using Microsoft.Extensions.Logging;

namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>The loop that alone touches the backend: takes requests in, plans a step, computes it, hands tokens out.</summary>
/// <remarks>This file is the loop and what other threads may call; the rest runs on the loop's own thread. That thread never
/// waits for a consumer and never runs one's code.</remarks>
internal sealed partial class SchedulerLoop : IDisposable
{
    private readonly ILlamaBackend _backend;
    private readonly TimeSpan _consumerPatience;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly string _name;
    private readonly AdmissionPlaces _places;
    private readonly AdmissionQueue _queue = new();
    private readonly AbortGate _gate;
    private readonly ServicePace _pace;
    private readonly StepPlan _plan;
    private readonly CandidateSet _candidates = new();
    private readonly Stack<int> _freeSlots;
    private readonly int _slots;

    // All of them the oldest first: those with a slot, those that gave theirs up, and those that can run in this step.
    private readonly List<Sequence> _active = [];
    private readonly List<Sequence> _suspended = [];
    private readonly List<Sequence> _runnable = [];

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _wake = new(initialState: false, spinCount: 0);
    private readonly ITimer _patienceTimer;
    private volatile bool _stopping;
    private volatile StepThreads _threads;

    public SchedulerLoop(ILlamaBackend backend, SchedulerOptions options, TimeProvider time, ILogger logger)
    {
        int budget = Math.Min(options.StepTokens, backend.MaxBatchTokens);
        // Each decoding sequence gets a token in every step, so there are never more of them than tokens.
        _slots = Math.Min(backend.MaxSequences, budget);
        _backend = backend;
        _threads = backend.Threads;
        _consumerPatience = options.ConsumerPatience;
        _time = time;
        _logger = logger;
        _name = options.Name;
        _places = new AdmissionPlaces(_slots + options.QueueCapacity);
        _gate = new AbortGate(backend);
        _pace = new ServicePace(_slots);
        _plan = new StepPlan(budget, _slots);
        _freeSlots = new Stack<int>(_slots);
        FreeAllSlots();
        _patienceTimer = time.CreateTimer(
            static loop => ((SchedulerLoop)loop!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Gets a task that ends when the loop's thread has nothing more to do and the backend is disposed.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Gets or sets the threads that compute steps, from the next one on. Safe from any thread.</summary>
    public StepThreads Threads
    {
        get => _threads;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value.Decode);
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value.Prompt);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Most, _backend.Threads.Most);
            _threads = value;
        }
    }

    /// <summary>Starts the loop's thread.</summary>
    public void Start() => new Thread(Run) { Name = "Inference.Sdk llama scheduler", IsBackground = true }.Start();

    /// <summary>Takes a place for a request, before anything is spent on it. Safe from any thread.</summary>
    /// <exception cref="AdmissionRejectedException">There is none.</exception>
    /// <exception cref="ObjectDisposedException">The loop is stopping.</exception>
    /// <exception cref="EngineException">The backend is beyond use.</exception>
    public void Reserve()
    {
        if (!_places.TryTake())
        {
            throw new AdmissionRejectedException(
                "The model has as many requests as its queue takes. Send fewer at once, try again later, or configure a "
                + "longer queue.",
                _pace.TimeToNextPlace());
        }
    }

    /// <summary>Takes a place for a request, or waits for one. Safe from any thread.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The loop is stopping.</exception>
    /// <exception cref="EngineException">The backend is beyond use.</exception>
    public ValueTask ReserveAsync(CancellationToken cancellationToken) => _places.TakeAsync(cancellationToken);

    /// <summary>Gives back the place of a request that is not submitted after all. Safe from any thread.</summary>
    public void Release() => _places.Release();

    /// <summary>Takes a request in, which has a place and gives it back when it ends. Safe from any thread.</summary>
    /// <exception cref="ObjectDisposedException">The loop is stopping.</exception>
    /// <exception cref="EngineException">The backend is beyond use.</exception>
    public void Submit(Sequence sequence)
    {
        _queue.Add(sequence);
        Wake();
    }

    /// <summary>Ends a request whose consumer wants no more of it. Safe from any thread.</summary>
    /// <param name="sequence">The request.</param>
    /// <param name="reason">What its consumer gets to see.</param>
    public void Cancel(Sequence sequence, Exception reason)
    {
        if (_queue.TryWithdraw(sequence))
        {
            // The place first: who is told may ask for another one at once.
            _places.Release();
            sequence.Cancel(reason);
            return;
        }

        sequence.Cancel(reason);
        _gate.AbortIfUnwanted();
        Wake();
    }

    /// <summary>Makes the loop look around: a consumer has made room, a timer is due. Safe from any thread.</summary>
    public void Wake() => _wake.Set();

    /// <summary>Makes the loop cancel everything and end. Safe from any thread, any number of times.</summary>
    public void Stop()
    {
        Close(Disposed);
        _stopping = true;
        _gate.Close();
        Wake();
    }

    /// <summary>Frees what the thread waited on. After <see cref="Ended"/> only.</summary>
    public void Dispose()
    {
        _patienceTimer.Dispose();
        _wake.Dispose();
    }

    private ObjectDisposedException Disposed() => LlamaScheduler.Disposed(_name);

    private void Close(Func<Exception> reason)
    {
        _places.Close(reason);
        _queue.Close(reason);
    }

    private void Run()
    {
        try
        {
            while (!_stopping && !_gaveUp)
            {
                try
                {
                    Step();
                }
                catch (Exception error)
                {
                    Recover(error);
                }
            }
        }
        catch (Exception error)
        {
            GiveUp(error);
        }
        finally
        {
            AwaitStop();
            Shutdown();
        }
    }

    /// <summary>After giving up: keeps the model, whose vocabulary callers use before they are told what is wrong.</summary>
    private void AwaitStop()
    {
        while (!_stopping)
        {
            _wake.Reset();
            if (!_stopping)
            {
                _wake.Wait();
            }
        }
    }

    private void Step()
    {
        // Whatever changes from here on wakes the thread up again, so nothing is missed between looking and waiting.
        _wake.Reset();
        long now = _time.GetTimestamp();
        RemoveCancelled();
        Admit(now);
        CollectRunnable(now);
        _plan.Build(_runnable);
        if (_plan.IsEmpty)
        {
            if (!_stopping)
            {
                AwaitPatience(now);
                _wake.Wait();
            }
        }
        else
        {
            Execute(now);
        }
    }
}
