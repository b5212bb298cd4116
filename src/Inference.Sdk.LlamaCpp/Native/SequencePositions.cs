using Inference.Sdk.LlamaCpp.Backend;

namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>The next position of each sequence, so that a batch is checked before the library sees it.</summary>
internal sealed class SequencePositions
{
    private readonly int[] _next;
    private readonly int[] _planned;

    /// <summary>Makes empty sequences.</summary>
    /// <param name="sequences">How many.</param>
    public SequencePositions(int sequences)
    {
        _next = new int[sequences];
        _planned = new int[sequences];
    }

    /// <summary>Gets or sets a sequence's next position.</summary>
    public int this[int sequence]
    {
        get => _next[sequence];
        set => _next[sequence] = value;
    }

    /// <summary>Checks a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="vocabulary">The number of tokens of the vocabulary.</param>
    /// <returns>The highest position of the batch, and how many of its tokens want logits.</returns>
    /// <exception cref="ArgumentException">A token, sequence or position is none that can come here.</exception>
    public (int LastPosition, int Outputs) Plan(ReadOnlySpan<BatchToken> batch, int vocabulary)
    {
        _next.CopyTo(_planned, 0);
        int last = 0;
        int outputs = 0;
        for (int i = 0; i < batch.Length; i++)
        {
            BatchToken token = batch[i];
            if ((uint)token.Token >= (uint)vocabulary)
            {
                throw new ArgumentException(
                    $"Token {token.Token} of batch entry {i} is not in the vocabulary of {vocabulary} tokens.", nameof(batch));
            }

            if ((uint)token.Sequence >= (uint)_next.Length)
            {
                throw new ArgumentException(
                    $"Sequence {token.Sequence} of batch entry {i} does not exist; there are {_next.Length}.", nameof(batch));
            }

            if (token.Position != _planned[token.Sequence])
            {
                throw new ArgumentException(
                    $"Position {token.Position} of batch entry {i} does not continue sequence {token.Sequence}, whose next "
                    + $"position is {_planned[token.Sequence]}.",
                    nameof(batch));
            }

            _planned[token.Sequence]++;
            last = Math.Max(last, token.Position);
            outputs += token.WantLogits ? 1 : 0;
        }

        return (last, outputs);
    }

    /// <summary>Takes over what <see cref="Plan"/> found: the batch is computed.</summary>
    public void Commit() => _planned.CopyTo(_next, 0);
}
