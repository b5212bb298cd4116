using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Chat;
using Inference.Sdk.LlamaCpp.Sampling;
using Inference.Sdk.LlamaCpp.Scheduling;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inference.Sdk.LlamaCpp.Tests.Fakes;

/// <summary>Predictors with a scheduler of their own, on any backend.</summary>
internal static class Predictors
{
    public static GgufPredictor On(ILlamaBackend backend, int queueCapacity = 256)
    {
        var options = new SchedulerOptions { QueueCapacity = queueCapacity, Name = "assistant" };
        return new GgufPredictor(
            new LlamaScheduler(backend, options, TimeProvider.System, NullLogger.Instance),
            backend.Vocabulary,
            ChatTemplate.Create("{{ messages[0].content }}{{ bos_token }}", "tiny.gguf"),
            SamplingParameters.Greedy,
            new PredictorMetadata
            {
                Name = "assistant",
                Kind = PredictorKind.LanguageModel,
                Model = new ModelIdentity { Name = "Tiny" },
            },
            backend.MaxSequences,
            TimeProvider.System);
    }
}
