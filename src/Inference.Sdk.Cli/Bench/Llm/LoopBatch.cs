using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Native.Interop;

namespace Inference.Sdk.Cli.Bench.Llm;

/// <summary>The baseline's batches: of each sequence what waits, as far as there is room.</summary>
internal sealed class LoopBatch(int capacity)
{
    private readonly BatchBuffer _buffer = new(capacity);
    private readonly BatchToken[] _tokens = new BatchToken[capacity];
    private readonly List<(int Index, int Sequence)> _outputs = [];
    private int _count;

    /// <summary>Gets the tokens of the batch; none where there was nothing left to compute.</summary>
    public int Count => _count;

    /// <summary>Gets the batch for llama_decode; valid until the next one.</summary>
    public LlamaBatch Native { get; private set; }

    /// <summary>Gets which tokens of the batch have logits, and whose they are.</summary>
    public IReadOnlyList<(int Index, int Sequence)> Outputs => _outputs;

    /// <summary>Makes the next batch.</summary>
    public LoopBatch Fill(ReadOnlySpan<LoopSequence> sequences)
    {
        _count = 0;
        _outputs.Clear();
        for (int id = 0; id < sequences.Length; id++)
        {
            LoopSequence sequence = sequences[id];
            int waiting = sequence.Waiting;
            for (; waiting > 0 && _count < _tokens.Length; waiting--)
            {
                int position = sequence.Computed;
                bool isLast = waiting == 1;
                if (isLast)
                {
                    _outputs.Add((_count, id));
                }

                _tokens[_count++] = new BatchToken(sequence.Take(), position, id, isLast);
            }
        }

        Native = _buffer.Fill(_tokens.AsSpan(0, _count));
        return this;
    }
}
