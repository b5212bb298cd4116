using System.Text;

namespace Inference.Sdk.LlamaCpp.Gguf;

/// <summary>Tells what a file is that is not GGUF, as far as its beginning shows.</summary>
internal static class GgufLookalikes
{
    /// <summary>Describes a file.</summary>
    /// <param name="start">Its first bytes.</param>
    /// <returns>A sentence with what to do.</returns>
    public static string Describe(ReadOnlySpan<byte> start)
    {
        string text = Encoding.Latin1.GetString(start).TrimStart();
        return start.Length == 0 ? "it is empty. Fetch it again."
            : text.StartsWith("version https://git-lfs", StringComparison.Ordinal)
                ? "it is a Git LFS pointer, a few lines in place of the model. Run 'git lfs pull', or download the file itself."
            : text.StartsWith("<!", StringComparison.Ordinal) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
                ? "it is a web page, perhaps a sign-in or an error page. Download the file itself."
            : start.StartsWith("PK"u8) ? "it starts with 'PK', as a zip archive does. Load the .gguf file, not the archive around it."
            : start.StartsWith(new byte[] { 0x1F, 0x8B }) ? "it is compressed with gzip. Unpack it first."
            : start.StartsWith("GGML"u8) || start.StartsWith("ggjt"u8) || start.StartsWith("tjgg"u8) || start.StartsWith("lmgg"u8)
                ? "it is of a format that llama.cpp used before GGUF. Convert the model again."
            : IsSafetensors(start) ? "it looks like safetensors. Convert it to GGUF with llama.cpp's convert_hf_to_gguf.py."
            : text.StartsWith('{') || text.StartsWith('[') ? "it is JSON text. Name the .gguf file."
            : $"it starts with the bytes {Convert.ToHexString(start[..Math.Min(8, start.Length)])}, and a GGUF file with 47475546 "
                + "('GGUF').";
    }

    // Eight bytes of length, then JSON.
    private static bool IsSafetensors(ReadOnlySpan<byte> start) => start.Length > 9 && start[8] == '{' && start[9] == '"';
}
