using Inference.Sdk.LlamaCpp.Backend;

namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>What goes wrong, and how the rest goes on.</summary>
internal sealed partial class SchedulerLoop
{
    // A backend that throws so often without a single step in between is beyond use.
    private const int MaxFailuresInARow = 8;

    private int _failuresInARow;
    private bool _gaveUp;

    /// <summary>The memory was too small for the step: somebody gives theirs up for now. The oldest that runs never does, so
    /// that there is always progress.</summary>
    private void MakeRoom()
    {
        if (_active.Count == 1)
        {
            Sequence only = _active[0];
            var error = new EngineException(
                $"The model's memory has no room for a sequence of {only.Length} tokens, although its context is said to hold "
                + $"{_backend.SequenceContextLength}. Load the model with a larger context, or send a shorter prompt.");
            Log.SequenceFailed(_logger, only.Ticket, error);
            End(only, error);
            return;
        }

        Suspend(ChooseVictim());
        _memoryIsTight = true;
    }

    /// <summary>Chooses who gives up its memory: one that waits for its consumer anyway, else the youngest.</summary>
    private Sequence ChooseVictim() => _active.FindLast(s => s.Clock.Paused is not null) ?? _active[^1];

    private void FailStep(DecodeStatus status)
    {
        _abortsInARow = 0;
        Log.StepFailed(_logger, status, _plan.Batch.Length, _plan.Shares.Length);
        foreach (ref readonly StepPlan.Share share in _plan.Shares)
        {
            End(share.Sequence, new EngineException(
                $"The model could not compute a step ({status}); the log says why. The generation ends after "
                + $"{share.Sequence.Generated} tokens. Later requests may succeed."));
        }
    }

    /// <summary>The backend or the loop itself has thrown: whoever has a slot fails, and the memory is emptied. Those that
    /// wait are none the worse.</summary>
    private void Recover(Exception error)
    {
        Log.LoopFailed(_logger, error);
        _failuresInARow++;
        _plan.Clear();
        while (_active.Count > 0)
        {
            Sequence sequence = _active[^1];
            _active.RemoveAt(_active.Count - 1);
            sequence.Slot = -1;
            ReleasePlace(sequence);
            sequence.End(Explain(error));
        }

        _memoryIsTight = false;
        FreeAllSlots();
        for (int slot = 0; slot < _slots; slot++)
        {
            _backend.RemoveRange(slot, 0);
        }

        if (_failuresInARow >= MaxFailuresInARow)
        {
            GiveUp(error);
        }
    }

    /// <summary>That was not possible or did not help: nothing is computed any more, and later requests are told why.</summary>
    private void GiveUp(Exception error)
    {
        _gaveUp = true;
        Log.LoopGaveUp(_logger, error);
        Close(() => Explain(error));
        EndAll(() => Explain(error));
    }

    private void Shutdown()
    {
        EndAll(Disposed);
        try
        {
            _backend.Dispose();
        }
        catch (Exception error)
        {
            Log.BackendDisposalFailed(_logger, error);
        }

        _ended.SetResult();
    }

    private void EndAll(Func<Exception> reason)
    {
        foreach (Sequence sequence in _active)
        {
            sequence.End(reason());
        }

        foreach (Sequence sequence in _suspended)
        {
            sequence.End(reason());
        }

        _active.Clear();
        _suspended.Clear();
        while (_queue.TryTake() is { } sequence)
        {
            sequence.End(reason());
        }
    }

    private static EngineException Explain(Exception error) => new(
        $"The model's engine failed: {error.Message} See the inner exception and the log; if it happens again, load the "
        + "model anew.",
        error);
}
