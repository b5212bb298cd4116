using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Microsoft.SemanticKernel;

/// <summary>Adds language models of the container to a kernel. See
/// <see cref="InferenceChatServiceCollectionExtensions"/> for what they do and what goes wrong when.</summary>
public static class InferenceChatKernelBuilderExtensions
{
    /// <summary>Adds a language model as an <see cref="IChatCompletionService"/>.</summary>
    /// <param name="builder">The kernel's builder.</param>
    /// <param name="predictorName">The name the language model is registered under, as in
    /// <c>builder.Services.AddInference().AddGguf(name, ...)</c>.</param>
    /// <param name="serviceId">The id that tells chat services of one kernel apart; <see langword="null"/> for
    /// none.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IKernelBuilder AddInferenceChatCompletion(
        this IKernelBuilder builder, string predictorName, string? serviceId = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddInferenceChatCompletion(predictorName, serviceId);
        return builder;
    }

    /// <summary>Adds a language model as an <see cref="IChatClient"/> that invokes the kernel's functions.</summary>
    /// <param name="builder">The kernel's builder.</param>
    /// <param name="predictorName">The name the language model is registered under, as in
    /// <c>builder.Services.AddInference().AddGguf(name, ...)</c>.</param>
    /// <param name="serviceId">The id that tells chat services of one kernel apart; <see langword="null"/> for none,
    /// which makes it the container's default client.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IKernelBuilder AddInferenceChatClient(
        this IKernelBuilder builder, string predictorName, string? serviceId = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddInferenceChatClient(predictorName, serviceId);
        return builder;
    }
}
