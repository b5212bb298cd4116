using System.Globalization;
using System.Text.RegularExpressions;

namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>Finds out where a model's layers are. The C API does not tell; what the library logs when it loads a model does,
/// layer by layer.</summary>
internal sealed partial class LayerPlacementReader
{
    private readonly SortedDictionary<int, string> _devices = [];

    /// <summary>Reads a line of the log.</summary>
    public void Read(string line)
    {
        // Five digits are more layers than there are, and always a number.
        if (LayerLine().Match(line) is { Success: true } match)
        {
            _devices[int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)] = match.Groups[2].Value;
        }
    }

    /// <summary>Gets what was read.</summary>
    public LayerPlacement ToPlacement() => new([.. _devices.Values]);

    [GeneratedRegex(@"^load_tensors: layer +([0-9]{1,5}) assigned to device (.+), is_swa = [01]$")]
    private static partial Regex LayerLine();
}
