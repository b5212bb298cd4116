namespace Inference.Sdk.LlamaCpp.Backend;

/// <summary>One token of a batch.</summary>
/// <param name="Token">The token's id.</param>
/// <param name="Position">Its position in its sequence, from 0.</param>
/// <param name="Sequence">Its sequence.</param>
/// <param name="WantLogits">Whether its logits are wanted.</param>
internal readonly record struct BatchToken(int Token, int Position, int Sequence, bool WantLogits);
