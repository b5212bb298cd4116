using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Inference.Sdk.Cli.Commands;

/// <summary>Makes options that refuse values out of range when the command line is read.</summary>
internal static class OptionChecks
{
    /// <summary>Makes an option of a whole number.</summary>
    public static Option<int?> Integer(string name, string description, int minimum, int maximum = int.MaxValue)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "n" };
        option.Validators.Add(result => CheckRange<int>(result, name, minimum, maximum));
        return option;
    }

    /// <summary>Makes an option of a whole number that has a default.</summary>
    public static Option<int> Integer(string name, string description, int minimum, int maximum, int defaultValue)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = "n",
            DefaultValueFactory = _ => defaultValue,
        };
        option.Validators.Add(result => CheckRange<int>(result, name, minimum, maximum));
        return option;
    }

    /// <summary>Makes an option of a real number.</summary>
    public static Option<float?> Number(string name, string description, float minimum, float maximum)
    {
        var option = new Option<float?>(name) { Description = description, HelpName = "x" };
        option.Validators.Add(result => CheckRange<float>(result, name, minimum, maximum));
        return option;
    }

    private static void CheckRange<T>(OptionResult result, string name, T minimum, T maximum)
        where T : struct, IParsable<T>, IComparable<T>, IMinMaxValue<T>
    {
        // Text that is no number at all is reported by the parser itself.
        if (result.Tokens is not [Token token]
            || !T.TryParse(token.Value, CultureInfo.InvariantCulture, out T value)
            || (value.CompareTo(minimum) >= 0 && value.CompareTo(maximum) <= 0))
        {
            return;
        }

        string range = maximum.CompareTo(T.MaxValue) == 0
            ? string.Create(CultureInfo.InvariantCulture, $"at least {minimum}")
            : string.Create(CultureInfo.InvariantCulture, $"from {minimum} to {maximum}");
        result.AddError($"{name} is {token.Value}, and it must be {range}.");
    }
}
