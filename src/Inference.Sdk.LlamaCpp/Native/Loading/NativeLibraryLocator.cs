namespace Inference.Sdk.LlamaCpp.Native.Loading;

/// <summary>Finds llama.cpp's libraries.</summary>
internal sealed class NativeLibraryLocator
{
    /// <summary>The environment variable that names a folder with the libraries, before any other place.</summary>
    public const string PathVariable = "INFERENCE_LLAMACPP_PATH";

    /// <summary>The release whose layouts this package was written for.</summary>
    public const string ExpectedRelease = "b10361";

    private const string Remedy =
        "Reference the package Inference.Sdk.LlamaCpp.Runtime.Cpu from the application, or set the environment variable "
        + PathVariable + " to the folder of a llama.cpp build of release " + ExpectedRelease + ".";

    private readonly NativePlatform _platform;
    private readonly string? _configured;
    private readonly string _runtimes;
    private readonly IReadOnlyList<string> _searched;

    /// <summary>Makes a locator.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="configured">The value of <see cref="PathVariable"/>.</param>
    /// <param name="applicationFolder">The application's folder.</param>
    /// <param name="hostFolders">The folders where the runtime host looks for native libraries.</param>
    public NativeLibraryLocator(
        NativePlatform platform, string? configured, string applicationFolder, IEnumerable<string> hostFolders)
    {
        _platform = platform;
        _runtimes = Path.Combine(applicationFolder, "runtimes");
        _configured = string.IsNullOrWhiteSpace(configured) ? null : configured;
        _searched = _configured is not null
            ? [Path.GetFullPath(_configured)]
            : hostFolders
                .Where(folder => folder.Length > 0)
                .Prepend(applicationFolder)
                .Prepend(Path.Combine(_runtimes, platform.RuntimeIdentifier, "native"))
                .Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))
                .Distinct(StringComparer.Ordinal)
                .ToList();
    }

    /// <summary>Makes a locator for this process.</summary>
    /// <returns>The locator.</returns>
    public static NativeLibraryLocator ForProcess() => new(
        NativePlatform.Current,
        Environment.GetEnvironmentVariable(PathVariable),
        AppContext.BaseDirectory,
        // Where an application that runs from its build output finds the native files of its packages.
        (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "").Split(Path.PathSeparator));

    /// <summary>Finds the libraries.</summary>
    /// <returns>Where they are.</returns>
    /// <exception cref="ModelLoadException">They are nowhere, or of another release.</exception>
    public NativeLibrarySet Find()
    {
        string? otherRelease = null;
        foreach (string folder in _searched)
        {
            if (!Directory.Exists(folder))
            {
                continue;
            }

            string[] files = Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).ToArray();
            string? llama = Choose(files, "llama", ref otherRelease);
            string? ggml = Choose(files, "ggml", ref otherRelease);
            string? ggmlBase = Choose(files, "ggml-base", ref otherRelease);
            if (llama is not null && ggml is not null && ggmlBase is not null)
            {
                LibraryFileName.TryParse(llama, "llama", _platform, out string? release);
                return new NativeLibrarySet(
                    folder, Path.Combine(folder, ggmlBase), Path.Combine(folder, ggml), Path.Combine(folder, llama), release);
            }
        }

        throw Missing(otherRelease);
    }

    // The expected release if it is there, or else a file that tells none, which the ABI check judges.
    private string? Choose(string[] files, string library, ref string? otherRelease)
    {
        string? unversioned = null;
        foreach (string file in files)
        {
            if (!LibraryFileName.TryParse(file, library, _platform, out string? release))
            {
                continue;
            }

            if (release == ExpectedRelease)
            {
                return file;
            }

            if (release is null)
            {
                unversioned = file;
            }
            else
            {
                otherRelease = release;
            }
        }

        return unversioned;
    }

    private ModelLoadException Missing(string? otherRelease)
    {
        string places = string.Join(Environment.NewLine, _searched.Select(folder => $"- {folder}"));
        string wrong = otherRelease is null
            ? $"llama.cpp's libraries ({_platform.Prefix}llama, {_platform.Prefix}ggml, {_platform.Prefix}ggml-base, each "
                + $"{_platform.Extension}) were not found for {_platform.RuntimeIdentifier}. "
            : $"llama.cpp's libraries are of release {otherRelease}, and this package needs {ExpectedRelease}, since the "
                + "layout of their parameters changes between releases. ";
        string[] others = otherRelease is null && _configured is null ? OtherPlatforms() : [];
        string remedy = others.Length == 0
            ? Remedy
            : $"The application has them for {string.Join(", ", others)} only, so its runtime package was made for other platforms: "
                + $"reference one that has {_platform.RuntimeIdentifier} (dotnet pack with -p:AllPlatforms=true makes one for all), "
                + $"or set the environment variable {PathVariable} to the folder of a llama.cpp build of release "
                + $"{ExpectedRelease}.";
        string where = _configured is null ? "Searched:" : $"Searched, as {PathVariable} says:";
        return new ModelLoadException(
            ModelLoadError.Runtime, path: null, $"{wrong}{remedy} {where}{Environment.NewLine}{places}");
    }

    // The platforms, whatever they are, that the application has some build of llama.cpp for.
    private string[] OtherPlatforms() => Directory.Exists(_runtimes)
        ? [.. Directory.EnumerateDirectories(_runtimes)
            .Where(folder => HasLlama(Path.Combine(folder, "native")))
            .Select(folder => Path.GetFileName(folder))
            .Where(identifier => identifier != _platform.RuntimeIdentifier)
            .Order(StringComparer.Ordinal)]
        : [];

    private static bool HasLlama(string folder) => Directory.Exists(folder)
        && Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Any(file =>
            file.StartsWith("libllama.", StringComparison.Ordinal) || file.StartsWith("llama.", StringComparison.Ordinal));
}
