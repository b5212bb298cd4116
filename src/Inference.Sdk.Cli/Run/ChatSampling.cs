using Inference.Sdk.LlamaCpp;
using Microsoft.Extensions.AI;

namespace Inference.Sdk.Cli.Run;

/// <summary>Turns the command line's sampling options into Microsoft.Extensions.AI's.</summary>
internal static class ChatSampling
{
    public static ChatOptions ToOptions(RunSettings settings)
    {
        var options = new ChatOptions
        {
            MaxOutputTokens = settings.MaxTokens,
            Temperature = settings.Temperature,
            TopK = settings.TopK,
            TopP = settings.TopP,
            Seed = settings.Seed,
        };
        if (settings.MinP is { } minP)
        {
            // Microsoft.Extensions.AI has no property of its own for it.
            options.AdditionalProperties = new AdditionalPropertiesDictionary { [GgufChatProperties.MinP] = minP };
        }

        return options;
    }
}
