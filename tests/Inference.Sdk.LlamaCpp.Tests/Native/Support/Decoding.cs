using Inference.Sdk.LlamaCpp.Backend;

namespace Inference.Sdk.LlamaCpp.Tests.Native.Support;

/// <summary>Decoding where the number of threads does not matter.</summary>
internal static class Decoding
{
    public static DecodeStatus Decode(this ILlamaBackend backend, ReadOnlySpan<BatchToken> batch) =>
        backend.Decode(batch, backend.Threads.Decode);
}
