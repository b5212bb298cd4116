namespace Inference.Sdk.LlamaCpp.Backend;

/// <summary>The seam below the scheduler: a loaded model with its context, and who executes a decode on it.</summary>
/// <remarks>Only the scheduler's thread calls it, except <see cref="Vocabulary"/> and <see cref="RequestAbort"/>, which are
/// safe from any. Arguments out of range throw <see cref="ArgumentException"/> before any native code sees them.</remarks>
internal interface ILlamaBackend : IDisposable
{
    /// <summary>Gets the vocabulary.</summary>
    ILlamaVocabulary Vocabulary { get; }

    /// <summary>Gets the most tokens that the sequences' contexts hold: each sequence's own limit.</summary>
    int SequenceContextLength { get; }

    /// <summary>Gets the most tokens of one <see cref="Decode"/>.</summary>
    int MaxBatchTokens { get; }

    /// <summary>Gets the most sequences; ids are 0 to <c>MaxSequences - 1</c>.</summary>
    int MaxSequences { get; }

    /// <summary>Gets the threads that it was loaded for; <see cref="StepThreads.Most"/> is the most of any decode.</summary>
    StepThreads Threads { get; }

    /// <summary>Computes a batch.</summary>
    /// <param name="batch">The tokens, 1 to <see cref="MaxBatchTokens"/>; each sequence's positions in order and without
    /// gaps, continuing what its memory holds.</param>
    /// <param name="threads">The threads that compute it, 1 to the most of <see cref="Threads"/>. Each decode may have another
    /// number.</param>
    /// <returns>What became of it. On anything but success the batch may be partly applied: the caller removes the
    /// sequences' ranges again.</returns>
    DecodeStatus Decode(ReadOnlySpan<BatchToken> batch, int threads);

    /// <summary>Gets the logits of a token of the last batch that asked for them.</summary>
    /// <param name="batchIndex">The token's position in the batch.</param>
    /// <returns>A logit for each token of the vocabulary; valid until the next <see cref="Decode"/>. The caller may
    /// overwrite it.</returns>
    Span<float> GetLogits(int batchIndex);

    /// <summary>Forgets a range of a sequence's positions.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="from">The first position.</param>
    /// <param name="to">The position after the last, or -1 for all from <paramref name="from"/> on.</param>
    /// <exception cref="EngineException">The model's memory forgets whole sequences only, and this is a part of one; it is
    /// unchanged.</exception>
    void RemoveRange(int sequence, int from, int to = -1);

    /// <summary>Announces a <see cref="Decode"/>: from now on until it returns, <see cref="RequestAbort"/> is for it, so that
    /// none is lost that comes just before it begins. Without it a decode can be aborted once it runs.</summary>
    void ExpectDecode();

    /// <summary>Asks the decode that is running or announced to give up soon (<see cref="DecodeStatus.Aborted"/>); safe from
    /// any thread. Where there is none, the next one is not affected.</summary>
    void RequestAbort();
}
