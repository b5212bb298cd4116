using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace Inference.Sdk.SemanticKernel;

/// <summary>Makes clients of the container's language models that invoke a kernel's functions.</summary>
internal static class ChatPredictors
{
    /// <summary>Makes a client of the predictor of that name.</summary>
    /// <remarks>The predictor is asked of the catalog, not for its registered <see cref="IChatClient"/>: what is made
    /// here may be registered under the same key and must not find itself.</remarks>
    internal static IChatClient CreateClient(IServiceProvider provider, string name)
    {
        IPredictorCatalog catalog = Catalog.Of(provider);
        return catalog.Get(name) is IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate> predictor
            ? predictor.AsChatClient().AsBuilder()
                .Use(inner => new ReportingChatClient(inner))
                .UseKernelFunctionInvocation()
                .Build(provider)
            : throw new PredictorNotFoundException(name, Explain(catalog, name));
    }

    private static string Explain(IPredictorCatalog catalog, string name)
    {
        PredictorEntry entry = catalog.Entries.First(e => e.Name == name);
        string[] models =
        [
            .. catalog.Entries.Where(e => e.InputType == typeof(ChatRequest)).Select(e => $"'{e.Name}'"),
        ];
        string remedy = models.Length > 0
            ? $"The language models are: {string.Join(", ", models)}."
            : "No language model is registered.";
        return $"The predictor '{name}' is not a language model: it predicts a {entry.OutputType.Name} from a "
            + $"{entry.InputType.Name}. {remedy}";
    }
}
