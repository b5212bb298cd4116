using System.Runtime.InteropServices;

namespace Inference.Sdk.Cli.Output;

/// <summary>What a measurement was taken on. Immutable.</summary>
internal sealed record MachineFacts
{
    /// <summary>Gets the processor's name, where the operating system tells it.</summary>
    public string? Processor { get; init; }

    /// <summary>Gets the logical processors that this process may use.</summary>
    public required int Cores { get; init; }

    /// <summary>Gets the process architecture, such as <c>x64</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>Gets the operating system.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>Gets the .NET release.</summary>
    public required string Runtime { get; init; }

    /// <summary>Gets whether code was compiled ahead of time.</summary>
    public required bool NativeAot { get; init; }

    /// <summary>Gets this program's version.</summary>
    public required string Version { get; init; }

    /// <summary>Writes the facts in a line.</summary>
    public string Describe() =>
        $"{Processor ?? Architecture}, {Cores} cores, {OperatingSystem}, {Runtime}{(NativeAot ? " (NativeAOT)" : "")}";

    /// <summary>Reads the facts.</summary>
    public static MachineFacts Read() => new()
    {
        Processor = ReadProcessorName(),
        Cores = Environment.ProcessorCount,
        Architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
        OperatingSystem = RuntimeInformation.OSDescription,
        Runtime = RuntimeInformation.FrameworkDescription,
        NativeAot = !System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported,
        Version = ProductVersion.Text,
    };

    private static string? ReadProcessorName()
    {
        const string path = "/proc/cpuinfo";
        return File.Exists(path)
            ? File.ReadLines(path)
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?
                .Split(':', 2)[^1].Trim()
            : null;
    }
}
