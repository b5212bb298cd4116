using Microsoft.Extensions.AI;

namespace Inference.Sdk.Telemetry;

/// <summary>Reads why a language model stopped, where what it said tells.</summary>
internal static class FinishReasons
{
    /// <param name="said">A whole prediction or one update.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The reason, such as <c>stop</c>, <c>length</c> or <c>tool_calls</c>.</returns>
    public static string? Of<T>(T said) => said switch
    {
        ChatResponse response => response.FinishReason?.Value,
        ChatResponseUpdate update => update.FinishReason?.Value,
        _ => null,
    };
}
