using Microsoft.SemanticKernel;

namespace Inference.Sdk.SemanticKernel;

/// <summary>Makes a predictor's input of a function's arguments. Safe for concurrent use.</summary>
/// <typeparam name="TInput">What is predicted from.</typeparam>
internal interface IArgumentBinder<out TInput>
{
    /// <summary>Gets the function's parameters.</summary>
    IReadOnlyList<KernelParameterMetadata> Parameters { get; }

    /// <summary>Makes the input.</summary>
    /// <param name="arguments">Arguments by name: numbers, texts, JSON. None is the kernel's own.</param>
    /// <returns>The input.</returns>
    /// <exception cref="InvalidRequestException">An argument is unknown, missing, or of the wrong type.</exception>
    TInput Bind(IEnumerable<KeyValuePair<string, object?>> arguments);
}
