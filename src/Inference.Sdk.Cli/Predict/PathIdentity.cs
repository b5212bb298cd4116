namespace Inference.Sdk.Cli.Predict;

/// <summary>Tells which file a path means.</summary>
internal static class PathIdentity
{
    /// <summary>Gets the full path of what a path means, links followed.</summary>
    public static string Resolve(string path)
    {
        string full = Path.GetFullPath(path);

        // The links of devices lead to names that are no paths, such as "pipe:[123]".
        return IsDevice(full) || !File.Exists(full)
            ? full
            : File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
    }

    /// <summary>Tells whether two paths mean one file. Two hard links to one file are not recognized.</summary>
    public static bool AreSame(string first, string second) => string.Equals(
        Resolve(first),
        Resolve(second),
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells whether a full path is a device's, such as <c>/dev/null</c>, which no file may take the place of.
    /// </summary>
    public static bool IsDevice(string fullPath) => OperatingSystem.IsWindows()
        ? fullPath.StartsWith(@"\\.\", StringComparison.Ordinal)
        : fullPath.StartsWith("/proc/", StringComparison.Ordinal)
            || (fullPath.StartsWith("/dev/", StringComparison.Ordinal)
                && !fullPath.StartsWith("/dev/shm/", StringComparison.Ordinal));
}
