using Inference.Sdk.LlamaCpp.Backend;

namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>What a context was made with.</summary>
/// <param name="SequenceContextLength">The most tokens of a sequence.</param>
/// <param name="MaxSequences">The most sequences.</param>
/// <param name="MaxOutputs">The most tokens of a batch that ask for logits.</param>
/// <param name="Threads">The threads of a decode.</param>
/// <param name="Polling">How long they look for the next one before they sleep (see
/// <see cref="LlamaLoadOptions.Polling"/>).</param>
internal readonly record struct ContextShape(
    int SequenceContextLength, int MaxSequences, int MaxOutputs, StepThreads Threads, int Polling);
