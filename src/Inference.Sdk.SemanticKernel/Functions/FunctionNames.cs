using System.Text;
using System.Text.Json;

namespace Inference.Sdk.SemanticKernel;

/// <summary>Makes the names of functions out of the names of predictors.</summary>
internal static class FunctionNames
{
    private const string Verb = PredictorFunctionOptions.DefaultPluginName;

    /// <summary>The function's name inside its plugin.</summary>
    internal static string InPlugin(string predictor, PredictorFunctionOptions options) =>
        options.FunctionName
        // The default plugin's name already says "predict", and the model sees both.
        ?? (string.Equals(options.PluginName, Verb, StringComparison.OrdinalIgnoreCase)
            ? ToSnakeCase(predictor)
            : Qualify(predictor));

    /// <summary>The function's name where no plugin's goes before it.</summary>
    internal static string Alone(string predictor, PredictorFunctionOptions options) =>
        options.FunctionName ?? Qualify(predictor);

    private static string Qualify(string predictor) => $"{Verb}_{ToSnakeCase(predictor)}";

    private static string ToSnakeCase(string predictor)
    {
        var name = new StringBuilder(predictor.Length);
        foreach (char c in JsonNamingPolicy.SnakeCaseLower.ConvertName(predictor))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                name.Append(c);
            }
            else if (name.Length > 0 && name[^1] != '_')
            {
                name.Append('_');
            }
        }

        string made = name.ToString().TrimEnd('_');
        return made.Length > 0
            ? made
            : throw new ArgumentException(
                $"No function name can be made of the predictor's name '{predictor}': it has no ASCII letter or digit. "
                + $"Set {nameof(PredictorFunctionOptions)}.{nameof(PredictorFunctionOptions.FunctionName)}.",
                nameof(predictor));
    }
}
