using System.Globalization;

namespace Inference.Sdk.LlamaCpp.Native;

/// <summary>Which device each layer of a model is on. Immutable.</summary>
/// <param name="devices">The library's names of the devices, such as <c>CPU</c> and <c>CUDA0</c>, in the order of the layers;
/// the last one is the output's, as the library counts. None where it did not tell.</param>
internal sealed class LayerPlacement(IReadOnlyList<string> devices)
{
    private const string Processor = "CPU";

    /// <summary>Gets how many layers there are, the output counted as one.</summary>
    public int Layers => devices.Count;

    /// <summary>Gets how many of them are not on the processor.</summary>
    public int GpuLayers => devices.Count(device => device != Processor);

    /// <summary>Gets whether the processor has none.</summary>
    public bool IsOnGpusOnly => Layers > 0 && GpuLayers == Layers;

    /// <summary>Gets the devices in the form of <see cref="PredictorMetadata.Device"/>, those of GPUs first and separated by
    /// commas, such as <c>cpu</c>, <c>cuda:0</c> or <c>cuda:0,cuda:1,cpu</c>; <c>unknown</c> where the library did not
    /// tell.</summary>
    public string Device => devices.Count == 0
        ? "unknown"
        : string.Join(',', devices.Distinct().OrderBy(device => device == Processor).Select(ToName));

    /// <summary>Gets how many layers are on GPUs, such as <c>20 of 25</c>.</summary>
    public string Describe() => string.Create(CultureInfo.InvariantCulture, $"{GpuLayers} of {Layers}");

    // The library numbers the devices of a kind: CUDA0, CUDA1.
    private static string ToName(string device)
    {
        string kind = device.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        string number = device[kind.Length..];
        return kind.ToLowerInvariant() + (number.Length > 0 && kind.Length > 0 ? ":" : "") + number;
    }
}
