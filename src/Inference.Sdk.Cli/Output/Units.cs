using System.Globalization;

namespace Inference.Sdk.Cli.Output;

/// <summary>Quantities as people read them.</summary>
internal static class Units
{
    private static readonly string[] ByteUnits = ["B", "KiB", "MiB", "GiB", "TiB"];

    /// <summary>Writes a size with three significant digits at least, in powers of 1024.</summary>
    public static string Bytes(long bytes)
    {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < ByteUnits.Length - 1)
        {
            value /= 1024;
            unit++;
        }

        string format = unit == 0 || value >= 100 ? "0" : value >= 10 ? "0.0" : "0.00";
        return $"{value.ToString(format, CultureInfo.InvariantCulture)} {ByteUnits[unit]}";
    }

    /// <summary>Writes a whole number with separators of thousands.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Writes a number with three significant digits at least.</summary>
    public static string Number(double value)
    {
        string format = Math.Abs(value) switch
        {
            >= 100 => "N0",
            >= 10 => "N1",
            >= 1 => "N2",
            _ => "0.####",
        };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>Writes a duration in the unit that suits it.</summary>
    public static string Duration(TimeSpan value) => value.TotalSeconds switch
    {
        >= 1 => $"{Number(value.TotalSeconds)} s",
        >= 1e-3 => $"{Number(value.TotalMilliseconds)} ms",
        _ => $"{Number(value.TotalMicroseconds)} µs",
    };
}
