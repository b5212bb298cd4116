using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Inference.Sdk.LlamaCpp.Options;

/// <summary>Finds keys in the configuration of one predictor that are none of its options: binding passes over a misspelt
/// one, and the binder's own check of it stops at the first error and names no remedy.</summary>
/// <param name="predictor">The predictor's name.</param>
/// <param name="section">Its configuration.</param>
internal sealed class GgufOptionKeys(string predictor, IConfigurationSection section) : IValidateOptions<GgufOptions>
{
    /// <summary>The keys that there are.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        nameof(GgufOptions.ModelPath),
        nameof(GgufOptions.ChatTemplatePath),
        nameof(GgufOptions.ContextLength),
        nameof(GgufOptions.MaxSequences),
        nameof(GgufOptions.QueueCapacity),
        nameof(GgufOptions.BatchTokens),
        nameof(GgufOptions.Threads),
        nameof(GgufOptions.PromptThreads),
        nameof(GgufOptions.GpuLayers),
        nameof(GgufOptions.MainGpu),
        nameof(GgufOptions.SplitMode),
        nameof(GgufOptions.TensorSplit),
        nameof(GgufOptions.LoadMode),
        nameof(GgufOptions.FlashAttention),
        nameof(GgufOptions.CacheTypeK),
        nameof(GgufOptions.CacheTypeV),
        nameof(GgufOptions.HashModel),
    ];

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, GgufOptions options)
    {
        if (name != predictor)
        {
            return ValidateOptionsResult.Skip;
        }

        string[] errors = [.. section.GetChildren()
            .Where(child => !All.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            .Select(child => $"{child.Path} is no option of a GGUF model. The options are: {string.Join(", ", All)}.")];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
