using Inference.Sdk.LlamaCpp.Backend;

namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>A step: computing the batch and handing out what came of it.</summary>
internal sealed partial class SchedulerLoop
{
    // An abort comes of a cancellation, or of one that came a moment too late for its own batch. More of them in a row, with
    // nothing cancelled, are a backend that does not work.
    private const int MaxAbortsInARow = 8;

    private int _abortsInARow;

    private void Execute(long started)
    {
        if (!_gate.TryEnter(_plan))
        {
            return;
        }

        StepThreads configured = _threads;
        int threads = _plan.HasPrompt ? configured.Prompt : configured.Decode;
        DecodeStatus status;
        try
        {
            status = _backend.Decode(_plan.Batch, threads);
        }
        finally
        {
            _gate.Leave();
        }

        long computed = _time.GetTimestamp();
        _plan.Charge(_time.GetElapsedTime(started, computed) * threads);
        bool aborted = status == DecodeStatus.Aborted;
        _abortsInARow = aborted && !_plan.IsUnwanted() ? _abortsInARow + 1 : 0;
        if (status == DecodeStatus.Success)
        {
            _failuresInARow = 0;
            HandOut(computed);
            return;
        }

        RollBack();
        if (status == DecodeStatus.NoRoom)
        {
            MakeRoom();
        }
        else if (!aborted || _abortsInARow > MaxAbortsInARow)
        {
            FailStep(status);
        }
    }

    /// <summary>Takes back what a batch that was not computed may have left in the memory; the next step sends it again to
    /// the sequences that are still there.</summary>
    private void RollBack()
    {
        foreach (ref readonly StepPlan.Share share in _plan.Shares)
        {
            Sequence sequence = share.Sequence;
            try
            {
                _backend.RemoveRange(sequence.Slot, sequence.Computed);
            }
            catch (EngineException error)
            {
                // Recurrent models keep one state, not one for each token: all is computed again.
                Log.Restarted(_logger, sequence.Ticket, sequence.Computed, error);
                sequence.Computed = 0;
                _backend.RemoveRange(sequence.Slot, 0);
            }
        }
    }

    private void HandOut(long computed)
    {
        // First all of the bookkeeping, so that it is right whatever happens to one of them.
        foreach (ref readonly StepPlan.Share share in _plan.Shares)
        {
            share.Sequence.Computed += share.Count;
        }

        foreach (ref readonly StepPlan.Share share in _plan.Shares)
        {
            if (share.ReachesEnd && !share.Sequence.IsCancelled)
            {
                share.Sequence.Clock.EndPrompt(computed);
                long began = _time.GetTimestamp();
                Exception? error = TryAdvance(share.Sequence, share.End - 1, computed, out GenerationUpdate? last);
                share.Sequence.Charge(_time.GetElapsedTime(began));
                if (last is not null || error is not null)
                {
                    _pace.Record(share.Sequence.Clock.Service(computed));
                    End(share.Sequence, error, last);
                }
            }
        }
    }

    /// <summary>Chooses a sequence's next token and sends its text. What goes wrong here is this sequence's alone.</summary>
    private EngineException? TryAdvance(Sequence sequence, int batchIndex, long computed, out GenerationUpdate? last)
    {
        last = null;
        try
        {
            last = Advance(sequence, batchIndex, computed);
            return null;
        }
        catch (EngineException error)
        {
            Log.SequenceFailed(_logger, sequence.Ticket, error);
            return error;
        }
        catch (Exception error)
        {
            Log.SequenceFailed(_logger, sequence.Ticket, error);
            return new EngineException(
                $"The generation failed after {sequence.Generated} tokens: {error.Message} Other generations go on; see the "
                + "inner exception.",
                error);
        }
    }

    /// <returns>The last update, where the sequence has finished.</returns>
    private GenerationUpdate? Advance(Sequence sequence, int batchIndex, long computed)
    {
        int token = sequence.Sampler.Sample(_backend.GetLogits(batchIndex), _candidates);
        sequence.Append(token);
        sequence.Clock.OnToken();
        GenerationFinish? finish = null;
        string text = "";
        if (_backend.Vocabulary.IsEndOfGeneration(token))
        {
            finish = GenerationFinish.EndOfGeneration;
        }
        else
        {
            ReadOnlyMemory<byte> piece = _backend.Vocabulary.GetPiece(token, sequence.DeliverControlTokens);
            if (sequence.Text.Append(piece.Span, out text))
            {
                finish = GenerationFinish.StopSequence;
            }
            else if (sequence.IsFull)
            {
                finish = GenerationFinish.Length;
            }
        }

        if (finish is { } reason)
        {
            return Finish(sequence, text, reason);
        }

        if (text.Length > 0)
        {
            sequence.Note(text);
            sequence.Output.Send(new GenerationUpdate(text));
            // From here on the time is the consumer's, where it has filled up.
            IsReady(sequence, computed);
        }

        return null;
    }

    private GenerationUpdate Finish(Sequence sequence, string text, GenerationFinish finish)
    {
        if (finish != GenerationFinish.StopSequence)
        {
            // What was held back may still turn out to be a stop sequence, when bytes that never became a character do.
            finish = sequence.Text.Complete(out string rest) ? GenerationFinish.StopSequence : finish;
            text += rest;
        }

        sequence.Note(text);
        return new GenerationUpdate(
            text,
            finish,
            Timings: sequence.Clock.Finish(_time.GetTimestamp()),
            Stop: sequence.Text.Stop,
            LandmarkTokens: sequence.LandmarkTokens);
    }
}
