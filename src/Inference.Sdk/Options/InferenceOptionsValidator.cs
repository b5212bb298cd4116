using System.Globalization;
using Microsoft.Extensions.Options;

namespace Inference.Sdk;

/// <summary>Says everything that is wrong with the options at once.</summary>
internal sealed class InferenceOptionsValidator : IValidateOptions<InferenceOptions>
{
    private const string Path = $"{nameof(InferenceOptions)}.{nameof(InferenceOptions.CpuEnergyModel)}";

    public ValidateOptionsResult Validate(string? name, InferenceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        CpuEnergyModelOptions model = options.CpuEnergyModel;
        var errors = new List<string>();
        Check(errors, nameof(model.LowWattsPerCore), model.LowWattsPerCore);
        Check(errors, nameof(model.MidWattsPerCore), model.MidWattsPerCore);
        Check(errors, nameof(model.HighWattsPerCore), model.HighWattsPerCore);
        if (errors.Count == 0
            && !(model.LowWattsPerCore <= model.MidWattsPerCore && model.MidWattsPerCore <= model.HighWattsPerCore))
        {
            errors.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{Path} has {model.LowWattsPerCore} low, {model.MidWattsPerCore} mid and {model.HighWattsPerCore} high "
                + $"watts per core. Order them: low, mid, high, from the smallest to the largest."));
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void Check(List<string> errors, string property, double watts)
    {
        if (!double.IsFinite(watts) || watts < 0)
        {
            errors.Add(string.Create(
                CultureInfo.InvariantCulture, $"{Path}.{property} is {watts}. Give a number of watts, 0 or more."));
        }
    }
}
