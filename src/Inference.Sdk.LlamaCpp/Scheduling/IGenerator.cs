namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>What chat is built on: takes tokens, streams text. Implemented by the scheduler.</summary>
internal interface IGenerator : IAsyncDisposable
{
    /// <summary>Generates.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the generation within one step; leaving the enumeration does so too.</param>
    /// <returns>The updates; the last one has a finish. A consumer that is slow holds up its own generation only.</returns>
    /// <exception cref="ContextOverflowException">The prompt is longer than the context.</exception>
    /// <exception cref="AdmissionRejectedException">The queue is full.</exception>
    /// <exception cref="EngineException">The backend failed.</exception>
    IAsyncEnumerable<GenerationUpdate> GenerateAsync(
        GenerationRequest request, CancellationToken cancellationToken = default);
}
