namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>Who has a slot of the backend.</summary>
internal sealed partial class SchedulerLoop
{
    // Whether somebody could run who has no place.
    private bool _someoneWaits;

    // Set when the backend's memory was too small for all: nobody is let in until somebody has left.
    private bool _memoryIsTight;

    private static void InsertByAge(List<Sequence> sequences, Sequence sequence)
    {
        int index = sequences.Count;
        while (index > 0 && sequences[index - 1].Ticket > sequence.Ticket)
        {
            index--;
        }

        sequences.Insert(index, sequence);
    }

    /// <summary>Looks whether a sequence's consumer has room for its next update, and keeps its clock.</summary>
    private static bool IsReady(Sequence sequence, long now)
    {
        if (sequence.Output.HasRoom())
        {
            sequence.Clock.Resume(now);
            return true;
        }

        sequence.Clock.Pause(now);
        return false;
    }

    private void RemoveCancelled()
    {
        for (int i = _active.Count - 1; i >= 0; i--)
        {
            if (_active[i].IsCancelled)
            {
                End(_active[i]);
            }
        }

        for (int i = _suspended.Count - 1; i >= 0; i--)
        {
            if (_suspended[i].IsCancelled)
            {
                Sequence sequence = _suspended[i];
                _suspended.RemoveAt(i);
                ReleasePlace(sequence);
                sequence.End();
            }
        }
    }

    private void CollectRunnable(long now)
    {
        _runnable.Clear();
        foreach (Sequence sequence in _active)
        {
            if (!sequence.IsCancelled && IsReady(sequence, now))
            {
                _runnable.Add(sequence);
            }
        }
    }

    /// <summary>Gives the free slots to those that wait: first to those that had one, then in the order of arrival.</summary>
    private void Admit(long now)
    {
        _someoneWaits = false;
        while (FindSuspended(now) is var suspended && (suspended is not null || !_queue.IsEmpty))
        {
            if (!HasPlace() && !SuspendStalled(now))
            {
                _someoneWaits = true;
                return;
            }

            if ((suspended ?? _queue.TryTake()) is { } sequence)
            {
                _suspended.Remove(sequence);
                sequence.Slot = _freeSlots.Pop();
                sequence.Clock.Start(now);
                InsertByAge(_active, sequence);
            }
        }
    }

    private bool HasPlace() => _freeSlots.Count > 0 && !_memoryIsTight;

    private Sequence? FindSuspended(long now)
    {
        Sequence? oldest = null;
        foreach (Sequence sequence in _suspended)
        {
            // Every clock is kept, so no early exit.
            if (IsReady(sequence, now))
            {
                oldest ??= sequence;
            }
        }

        return oldest;
    }

    /// <summary>Takes the slot of a sequence whose consumer has kept it waiting for too long, so that a slow consumer holds
    /// up nobody else.</summary>
    /// <returns>Whether there was one.</returns>
    private bool SuspendStalled(long now)
    {
        for (int i = _active.Count - 1; i >= 0; i--)
        {
            Sequence sequence = _active[i];
            if (!IsReady(sequence, now) && _time.GetElapsedTime(sequence.Clock.Paused ?? now, now) >= _consumerPatience)
            {
                Suspend(sequence);
                return true;
            }
        }

        return false;
    }

    /// <summary>Before the thread waits: has it woken when the longest-stalled sequence's time is up, if others wait for its
    /// place.</summary>
    private void AwaitPatience(long now)
    {
        if (!_someoneWaits)
        {
            return;
        }

        TimeSpan longest = TimeSpan.Zero;
        foreach (Sequence sequence in _active)
        {
            TimeSpan stalled = _time.GetElapsedTime(sequence.Clock.Paused ?? now, now);
            longest = stalled > longest ? stalled : longest;
        }

        // Timers count whole milliseconds and round down.
        double due = Math.Max(0, Math.Ceiling((_consumerPatience - longest).TotalMilliseconds));
        _patienceTimer.Change(TimeSpan.FromMilliseconds(due), Timeout.InfiniteTimeSpan);
    }

    /// <summary>Takes a sequence's slot and memory; it is computed again when it gets another.</summary>
    private void Suspend(Sequence sequence)
    {
        // It is put aside first: what follows can fail.
        InsertByAge(_suspended, sequence);
        sequence.Computed = 0;
        LeaveSlot(sequence);
        Log.Suspended(_logger, sequence.Ticket, sequence.Length);
    }

    /// <summary>Ends a sequence that has a slot.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="error">Why it failed, or <see langword="null"/> where it has not.</param>
    /// <param name="last">Its last update, where it has finished.</param>
    private void End(Sequence sequence, Exception? error = null, GenerationUpdate? last = null)
    {
        // The place is free before the consumer is told, who may ask for another one at once; and the consumer is told
        // before the backend forgets it, which can fail.
        ReleasePlace(sequence);
        if (last is { } update)
        {
            sequence.Output.Send(update with { Usage = sequence.Usage() });
        }

        sequence.End(error);
        LeaveSlot(sequence);
    }

    private void ReleasePlace(Sequence sequence)
    {
        // What comes between this and the end can fail, and is then ended by the recovery.
        if (sequence.HasPlace)
        {
            sequence.HasPlace = false;
            _places.Release();
        }
    }

    private void LeaveSlot(Sequence sequence)
    {
        int slot = sequence.Slot;
        _active.Remove(sequence);
        sequence.Slot = -1;
        _memoryIsTight = false;
        _backend.RemoveRange(slot, 0);
        _freeSlots.Push(slot);
    }

    private void FreeAllSlots()
    {
        _freeSlots.Clear();
        for (int slot = _slots - 1; slot >= 0; slot--)
        {
            _freeSlots.Push(slot);
        }
    }
}
