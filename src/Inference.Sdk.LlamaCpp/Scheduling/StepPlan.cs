using Inference.Sdk.LlamaCpp.Backend;

namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>What one step computes: the tokens of a batch and whose they are. Reused from step to step.</summary>
internal sealed class StepPlan(int tokenBudget, int maxSequences)
{
    private readonly BatchToken[] _batch = new BatchToken[tokenBudget];
    private readonly Share[] _shares = new Share[maxSequences];
    private int _tokens;
    private int _sequences;

    /// <summary>Gets the batch.</summary>
    public ReadOnlySpan<BatchToken> Batch => _batch.AsSpan(0, _tokens);

    /// <summary>Gets whose the tokens of the batch are, in its order.</summary>
    public ReadOnlySpan<Share> Shares => _shares.AsSpan(0, _sequences);

    /// <summary>Gets whether tokens of a prompt are in it, or of an answer that is computed again.</summary>
    public bool HasPrompt { get; private set; }

    /// <summary>Gets whether there is nothing to compute.</summary>
    public bool IsEmpty => _tokens == 0;

    /// <summary>Plans a step: each decoding sequence's token first, so that no stream waits for another's prompt; then the
    /// prompts, the oldest first, as far as the budget goes.</summary>
    /// <param name="sequences">The sequences that can run, the oldest first.</param>
    public void Build(List<Sequence> sequences)
    {
        Clear();
        foreach (Sequence sequence in sequences)
        {
            if (sequence.IsDecoding)
            {
                Add(sequence);
            }
        }

        foreach (Sequence sequence in sequences)
        {
            if (!sequence.IsDecoding && _tokens < _batch.Length)
            {
                Add(sequence);
                HasPrompt = true;
            }
        }
    }

    /// <summary>Forgets the step, and with it its sequences.</summary>
    public void Clear()
    {
        Array.Clear(_shares, 0, _sequences);
        _tokens = 0;
        _sequences = 0;
        HasPrompt = false;
    }

    /// <summary>Tells whether nobody wants any of it.</summary>
    public bool IsUnwanted()
    {
        foreach (ref readonly Share share in Shares)
        {
            if (!share.Sequence.IsCancelled)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Charges the sequences with processor time in proportion to their tokens; the charges add up to it.</summary>
    public void Charge(TimeSpan processorTime)
    {
        Int128 total = processorTime.Ticks;
        long charged = 0;
        foreach (ref readonly Share share in Shares)
        {
            long upToHere = (long)(total * share.End / _tokens);
            share.Sequence.Charge(TimeSpan.FromTicks(upToHere - charged));
            charged = upToHere;
        }
    }

    private void Add(Sequence sequence)
    {
        ReadOnlySpan<int> pending = sequence.PendingTokens;
        int count = Math.Min(pending.Length, _batch.Length - _tokens);
        bool reachesEnd = count == pending.Length;
        for (int i = 0; i < count; i++)
        {
            _batch[_tokens++] = new BatchToken(
                pending[i], sequence.Computed + i, sequence.Slot, WantLogits: reachesEnd && i == count - 1);
        }

        _shares[_sequences++] = new Share(sequence, count, _tokens, reachesEnd);
    }

    /// <summary>One sequence's part of a step.</summary>
    /// <param name="Sequence">Whose it is.</param>
    /// <param name="Count">Its tokens.</param>
    /// <param name="End">The position after its last token in the batch.</param>
    /// <param name="ReachesEnd">Whether the step computes all that it has, and the last token has logits.</param>
    internal readonly record struct Share(Sequence Sequence, int Count, int End, bool ReachesEnd);
}
