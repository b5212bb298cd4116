using System.Globalization;

namespace Inference.Sdk.LlamaCpp.Native.Loading;

/// <summary>Reads the file names of llama.cpp's libraries: <c>libllama.so</c>, <c>libllama.b10361.so</c>,
/// <c>libllama.metal.b10361.dylib</c>, <c>llama.b10361.dll</c>.</summary>
internal static class LibraryFileName
{
    /// <summary>Tells whether a file is a library.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="library">The library's name, such as <c>llama</c>.</param>
    /// <param name="platform">The platform.</param>
    /// <param name="release">The release in the file's name, or <see langword="null"/>.</param>
    /// <returns>Whether it is that library.</returns>
    public static bool TryParse(string file, string library, NativePlatform platform, out string? release)
    {
        release = null;
        string stem = platform.Prefix + library;
        if (!file.StartsWith(stem, StringComparison.Ordinal)
            || !file.EndsWith(platform.Extension, StringComparison.OrdinalIgnoreCase)
            || file.Length < stem.Length + platform.Extension.Length)
        {
            return false;
        }

        string middle = file[stem.Length..^platform.Extension.Length];
        if (middle.Length > 0 && middle[0] != '.')
        {
            // libllama-common.so, libggml-cpu-haswell.so: other libraries.
            return false;
        }

        release = middle.Split('.').FirstOrDefault(IsRelease);
        return true;
    }

    private static bool IsRelease(string part) =>
        part.Length > 1 && part[0] == 'b' && int.TryParse(part.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
