using Inference.Sdk;
using Inference.Sdk.SemanticKernel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Microsoft.SemanticKernel;

/// <summary>Registers language models of the container as Semantic Kernel's chat services.</summary>
/// <remarks>
/// <para>Both kinds of service invoke a kernel's functions where the execution settings say so, as in
/// <c>FunctionChoiceBehavior.Auto()</c>, one call or several, streaming or not, through the kernel's filters.</para>
/// <para>The predictor is found when the service is first resolved. <see cref="PredictorNotFoundException"/> is thrown
/// there where no predictor has the name or it is not a language model, <see cref="InferenceConfigurationException"/>
/// where <c>AddInference</c> was not called. The model is loaded on first use.</para>
/// </remarks>
public static class InferenceChatServiceCollectionExtensions
{
    /// <summary>Registers a language model as an <see cref="IChatCompletionService"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="predictorName">The name the language model is registered under, as in
    /// <c>AddInference().AddGguf(name, ...)</c>.</param>
    /// <param name="serviceId">The id that tells chat services of one kernel apart; <see langword="null"/> for
    /// none.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddInferenceChatCompletion(
        this IServiceCollection services, string predictorName, string? serviceId = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(predictorName);
        return services.AddKeyedSingleton(
            serviceId,
            (provider, _) => ChatPredictors.CreateClient(provider, predictorName).AsChatCompletionService(provider));
    }

    /// <summary>Registers a language model as an <see cref="IChatClient"/> that invokes a kernel's functions.</summary>
    /// <remarks>Call it after the language models are registered: of several clients, a prompt that names none uses the
    /// last registered, and <c>AddInference</c> registers a client of its own, without function invocation, for each
    /// language model. A chat completion service goes before all clients.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="predictorName">The name the language model is registered under, as in
    /// <c>AddInference().AddGguf(name, ...)</c>.</param>
    /// <param name="serviceId">The id that tells chat services of one kernel apart; <see langword="null"/> for none,
    /// which makes it the container's default client. Under the id <paramref name="predictorName"/> it takes the place
    /// of the client, without function invocation, that <c>AddInference</c> registers.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddInferenceChatClient(
        this IServiceCollection services, string predictorName, string? serviceId = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(predictorName);
        return services.AddKeyedSingleton(
            serviceId, (provider, _) => ChatPredictors.CreateClient(provider, predictorName));
    }
}
