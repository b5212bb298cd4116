namespace Inference.Sdk;

/// <summary>
/// What a catalog, a health check or an endpoint needs to know of a predictor, whatever it predicts.
/// </summary>
/// <remarks>
/// <para><b>Concurrency.</b> Every member is safe for any number of concurrent callers, except disposal.</para>
/// <para><b>Disposal.</b> A predictor resolved from a container belongs to the container: do not dispose it. Disposal is
/// idempotent, waits for the predictions in flight to end (an engine may cancel them first), and calls after it throw
/// <see cref="ObjectDisposedException"/>.</para>
/// </remarks>
public interface IPredictor : IAsyncDisposable
{
    /// <summary>Gets what is known of the predictor: its name, model, schemas and device.</summary>
    /// <remarks>Until the model is loaded, what its file tells. A language model's header is read, not its weights. A tabular
    /// model has no header: whoever asks first reads the whole file, synchronously, while others who ask wait, and
    /// predictions use what was read. A start reads it by default, and <c>WarmUp()</c> loads the model then.</remarks>
    /// <exception cref="ModelLoadException">The model's file cannot be read.</exception>
    /// <exception cref="InferenceConfigurationException">What is registered does not fit the model.</exception>
    PredictorMetadata Metadata { get; }

    /// <summary>Asks the predictor, and whatever it wraps, for a service: the one escape hatch to what lies below.</summary>
    /// <param name="serviceType">The type of the service asked for.</param>
    /// <param name="serviceKey">An optional key that tells services of one type apart.</param>
    /// <returns>The service, or <see langword="null"/> where there is none. It belongs to the predictor.</returns>
    object? GetService(Type serviceType, object? serviceKey = null);
}
