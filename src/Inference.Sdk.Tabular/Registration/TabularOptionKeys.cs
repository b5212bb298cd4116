using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Inference.Sdk.Tabular;

/// <summary>Finds keys in the configuration of one predictor that are none of its options: binding passes over a misspelt
/// one, and the binder's own check of it stops at the first error and names no remedy.</summary>
internal sealed class TabularOptionKeys(string predictor, IConfigurationSection section) : IValidateOptions<TabularOptions>
{
    public static readonly IReadOnlyList<string> All =
    [
        nameof(TabularOptions.ModelPath),
        nameof(TabularOptions.SchemaPath),
        nameof(TabularOptions.FirstIteration),
        nameof(TabularOptions.IterationCount),
    ];

    public ValidateOptionsResult Validate(string? name, TabularOptions options)
    {
        if (name != predictor)
        {
            return ValidateOptionsResult.Skip;
        }

        string[] errors = [.. section.GetChildren()
            .Where(child => !All.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            .Select(child => $"{child.Path} is no option of a tabular model. The options are: {string.Join(", ", All)}.")];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
