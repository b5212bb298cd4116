namespace Inference.Sdk.LlamaCpp.Native.Loading;

/// <summary>Where llama.cpp's libraries are.</summary>
/// <param name="Folder">Their folder, where the plug-ins for each kind of processor are too.</param>
/// <param name="GgmlBase">The full path of libggml-base.</param>
/// <param name="Ggml">The full path of libggml.</param>
/// <param name="Llama">The full path of libllama.</param>
/// <param name="Release">The release that the file names tell, such as <c>b10361</c>; <see langword="null"/> where they
/// tell none, as those of one's own build.</param>
internal sealed record NativeLibrarySet(string Folder, string GgmlBase, string Ggml, string Llama, string? Release);
