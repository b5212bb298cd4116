using Inference.Sdk.LlamaCpp.Native;
using Microsoft.Extensions.Options;

namespace Inference.Sdk.LlamaCpp.Options;

/// <summary>Checks the options of every registered GGUF model; each error names the predictor and the key by their path in
/// the configuration, and says what is allowed.</summary>
internal sealed class GgufOptionsValidator : IValidateOptions<GgufOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, GgufOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] errors = [.. Errors(options).Select(error => $"{name}:{error}")];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    /// <summary>Finds every error of the options but those of the path.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The errors, each beginning with the key.</returns>
    public static IEnumerable<string> RangeErrors(GgufOptions options)
    {
        foreach (string error in LlamaLoadOptionsValidator.Validate(GgufOptionsMapping.ToLoadOptions(options)))
        {
            // The options of the layer below have another name for one of ours.
            yield return error
                .Replace(nameof(LlamaLoadOptions.ThreadsBatch), nameof(GgufOptions.PromptThreads), StringComparison.Ordinal);
        }

        if (options.ChatTemplatePath is { } template && string.IsNullOrWhiteSpace(template))
        {
            yield return $"{nameof(GgufOptions.ChatTemplatePath)} is blank. Set it to the path of a Jinja template, or leave it "
                + "out.";
        }

        if (options.QueueCapacity < 0)
        {
            yield return $"{nameof(GgufOptions.QueueCapacity)} is {options.QueueCapacity}: it is 0 or more.";
        }
    }

    private static IEnumerable<string> Errors(GgufOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ModelPath))
        {
            yield return $"{nameof(GgufOptions.ModelPath)} is not set. Set it to the path of a .gguf file.";
        }

        foreach (string error in RangeErrors(options))
        {
            yield return error;
        }
    }
}
