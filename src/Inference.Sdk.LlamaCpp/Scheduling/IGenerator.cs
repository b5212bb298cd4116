namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>What chat is built on: takes tokens, streams text. Implemented by the scheduler.</summary>
internal interface IGenerator : IAsyncDisposable
{
    /// <summary>Gets the most tokens of a prompt and its answer.</summary>
    int ContextLength { get; }

    /// <summary>Generates.</summary>
    /// <param name="prepare">Makes what is asked for, once there is a place for it among the bounded number of requests: what
    /// that costs is bounded too. What it throws comes through.</param>
    /// <param name="waits">Whether to wait for a place where there is none.</param>
    /// <param name="cancellationToken">Ends the generation within one step; leaving the enumeration does so too.</param>
    /// <returns>The updates; the last one has a finish. A consumer that is slow holds up its own generation only.</returns>
    /// <exception cref="ContextOverflowException">The prompt is longer than the context.</exception>
    /// <exception cref="AdmissionRejectedException">The queue is full, and it is not waited.</exception>
    /// <exception cref="EngineException">The backend failed.</exception>
    IAsyncEnumerable<GenerationUpdate> GenerateAsync(
        Func<GenerationRequest> prepare, bool waits, CancellationToken cancellationToken = default);
}
