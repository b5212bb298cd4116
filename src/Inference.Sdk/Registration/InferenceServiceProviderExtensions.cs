using Inference.Sdk;
using Inference.Sdk.Pipeline;
using Inference.Sdk.Registration;
using Inference.Sdk.Startup;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Starts inference in a container that has no host.</summary>
public static class InferenceServiceProviderExtensions
{
    /// <summary>Validates every registered predictor's options and looks into their models' files, unless
    /// <see cref="InferenceOptions.CheckModelsAtStart"/> is off; then loads the models of those that ask for it with
    /// <c>WarmUp</c>, one after another in the order of registration. A host does this by itself, before its services
    /// start.</summary>
    /// <param name="provider">A container that <c>AddInference</c> was called on.</param>
    /// <param name="cancellationToken">Gives up waiting; a load that has begun goes on for whoever uses it next.</param>
    /// <returns>A task that ends when the models are loaded.</returns>
    /// <remarks>Safe to call more than once: what is loaded is not loaded again.</remarks>
    /// <exception cref="InvalidOperationException"><c>AddInference</c> was not called.</exception>
    /// <exception cref="InferenceConfigurationException">What is registered cannot work; lists every error, those of the
    /// models' files too.</exception>
    /// <exception cref="ModelLoadException">A model passed that, and cannot be loaded all the same.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task StartInferenceAsync(
        this IServiceProvider provider, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        await provider.GetRequiredService<PredictorSources>().CheckAsync(cancellationToken).ConfigureAwait(false);
        foreach (PredictorRegistration registration in provider.GetRequiredService<PredictorRegistry>().Snapshot())
        {
            if (registration.WarmUp)
            {
                await provider.GetRequiredKeyedService<PredictorHandle>(registration.Name)
                    .LoadAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
