using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Tests.Gguf.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inference.Sdk.LlamaCpp.Tests.Native.Support;

/// <summary>Loads tiny models with the native libraries.</summary>
internal static class NativeModels
{
    public static readonly LlamaLoadOptions Options = new()
    {
        ContextLength = 256,
        MaxSequences = 4,
        BatchTokens = 64,
        MicroBatch = 64,
        Threads = 1,

        // Not mapped, so that the file can be deleted at once on any system.
        LoadMode = LlamaLoadMode.None,
    };

    public static NativeBackend LoadBytePair(LlamaLoadOptions? options = null) => Load(TinyModel.BytePair(), options);

    public static NativeBackend Load(GgufWriter model, LlamaLoadOptions? options = null)
    {
        using var file = new TemporaryFile(model.ToArray());
        return NativeModelLoader.Load(file.Path, options ?? Options, NullLogger.Instance);
    }

    /// <summary>Makes a batch of one sequence's tokens.</summary>
    public static BatchToken[] Batch(int sequence, int position, params int[] tokens) =>
        tokens.Select((token, i) => new BatchToken(token, position + i, sequence, WantLogits: true)).ToArray();

    /// <summary>Computes tokens in an empty sequence and gets the logits behind each.</summary>
    public static float[] Logits(NativeBackend backend, int[] tokens, int sequence = 0)
    {
        Assert.Equal(DecodeStatus.Success, backend.Decode(Batch(sequence, 0, tokens)));
        return [.. Enumerable.Range(0, tokens.Length).SelectMany(i => backend.GetLogits(i).ToArray())];
    }

    public static void AssertClose(float[] expected, float[] actual, float tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], tolerance);
        }
    }
}
