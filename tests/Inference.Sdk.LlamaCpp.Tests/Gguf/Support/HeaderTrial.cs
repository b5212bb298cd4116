using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Gguf;
using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Tests.Native.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inference.Sdk.LlamaCpp.Tests.Gguf.Support;

/// <summary>Tries a file as a host would: the checks, and the native libraries where these let it through.</summary>
internal static class HeaderTrial
{
    /// <summary>Tells whether the checks accept a file.</summary>
    public static bool IsAccepted(byte[] content)
    {
        try
        {
            using var stream = new MemoryStream(content);
            GgufModelCheck.Check(new GgufHeaderParser(new GgufReader(stream, "damaged.gguf")).Parse());
            return true;
        }
        catch (ModelLoadException)
        {
            return false;
        }
    }

    /// <summary>Loads an accepted file, and computes with it where it loads.</summary>
    public static void Use(byte[] content)
    {
        using var file = new TemporaryFile(content);
        NativeBackend backend;
        try
        {
            backend = NativeModelLoader.Load(
                file.Path, NativeModels.Options with { ContextLength = 32, MaxSequences = 2 }, NullLogger.Instance);
        }
        catch (ModelLoadException)
        {
            return;
        }

        using (backend)
        {
            int[] tokens = backend.Vocabulary.Tokenize(
                "hello world\0 ö 😀 <|im_start|> <s> 123", addSpecial: true, parseSpecial: true);
            Assert.Equal(DecodeStatus.Success, backend.Decode(NativeModels.Batch(1, 0, [.. tokens.Take(16)])));
            Assert.Equal(backend.Vocabulary.Count, backend.GetLogits(0).Length);
        }
    }
}
