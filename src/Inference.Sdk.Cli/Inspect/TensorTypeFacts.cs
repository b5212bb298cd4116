namespace Inference.Sdk.Cli.Inspect;

/// <summary>The weights of one number format. Immutable.</summary>
internal sealed record TensorTypeFacts(string Type, int Tensors, long Bytes);
