using System.Runtime.InteropServices;

namespace Inference.Sdk.LlamaCpp.Native.Loading;

/// <summary>How a platform names shared libraries and its folder below <c>runtimes</c>.</summary>
/// <param name="RuntimeIdentifier">The folder below <c>runtimes</c>.</param>
/// <param name="Prefix">What a library's file name begins with.</param>
/// <param name="Extension">What it ends with.</param>
internal sealed record NativePlatform(string RuntimeIdentifier, string Prefix, string Extension)
{
    /// <summary>Gets the platform that this process runs on.</summary>
    public static NativePlatform Current { get; } = Detect();

    private static NativePlatform Detect()
    {
        string architecture = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            Architecture other => other.ToString().ToLowerInvariant(),
        };
        return OperatingSystem.IsWindows() ? new NativePlatform($"win-{architecture}", "", ".dll")
            : OperatingSystem.IsMacOS() ? new NativePlatform($"osx-{architecture}", "lib", ".dylib")
            : new NativePlatform($"linux-{architecture}", "lib", ".so");
    }
}
