using Microsoft.Extensions.Options;

namespace Inference.Sdk.Tabular;

/// <summary>Checks the options of every registered tabular predictor; each error names the predictor and the key by
/// their path in the configuration, and says the remedy.</summary>
internal sealed class TabularOptionsValidator : IValidateOptions<TabularOptions>
{
    public ValidateOptionsResult Validate(string? name, TabularOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] errors = [.. Errors(name, options)];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Errors(string? name, TabularOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ModelPath))
        {
            yield return $"{name}:{nameof(TabularOptions.ModelPath)} is not set. Set it to the path of a "
                + "LightGBM, XGBoost or linear model.";
        }

        if (options.SchemaPath is not null && string.IsNullOrWhiteSpace(options.SchemaPath))
        {
            yield return $"{name}:{nameof(TabularOptions.SchemaPath)} is blank. Set it to the path of a schema, "
                + "or leave it out.";
        }

        if (options.FirstIteration < 0)
        {
            yield return $"{name}:{nameof(TabularOptions.FirstIteration)} is {options.FirstIteration}. Set it to "
                + "0 or more.";
        }

        if (options.IterationCount < 1)
        {
            yield return $"{name}:{nameof(TabularOptions.IterationCount)} is {options.IterationCount}. Set it to "
                + "1 or more, or leave it out to use all iterations.";
        }
    }
}
