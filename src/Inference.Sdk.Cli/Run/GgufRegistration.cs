using Microsoft.Extensions.DependencyInjection;

namespace Inference.Sdk.Cli.Run;

/// <summary>Registers the model of a run.</summary>
internal static class GgufRegistration
{
    public static void Add(IInferenceBuilder inference, RunSettings settings, string name) => inference
        .AddGguf(name, options =>
        {
            options.ModelPath = settings.Model;
            options.MaxSequences = 1;
            options.Threads = settings.Threads;
            options.ContextLength = settings.Context;
            options.GpuLayers = settings.GpuLayers;

            // Reads the whole file once more; only the JSON object has room for it.
            options.HashModel = settings.Json;
        })
        .WarmUp();
}
