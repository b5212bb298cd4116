namespace Inference.Sdk;

/// <summary>One line of the catalog. Immutable.</summary>
/// <param name="Name">The name it is registered under.</param>
/// <param name="InputType">What is predicted from.</param>
/// <param name="OutputType">What is predicted.</param>
/// <param name="UpdateType">One streamed piece; <see langword="null"/> where it does not stream.</param>
/// <param name="IsDefault">Whether it is the one that is resolved without a name.</param>
public sealed record PredictorEntry(string Name, Type InputType, Type OutputType, Type? UpdateType, bool IsDefault);
