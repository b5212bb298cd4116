using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Scheduling;

namespace Inference.Sdk.LlamaCpp.Options;

/// <summary>The defaults of <see cref="GgufOptions"/> and of chat.</summary>
internal static class GgufDefaults
{
    /// <summary>Sequences at a time. Each takes a context's memory.</summary>
    public const int MaxSequences = 4;

    /// <summary>Tokens of one step.</summary>
    public const int BatchTokens = SchedulerOptions.DefaultStepTokens;

    /// <summary>Requests that wait.</summary>
    public const int QueueCapacity = SchedulerOptions.DefaultQueueCapacity;

    /// <summary>The context where none is asked for, in tokens.</summary>
    public const int ContextLength = LlamaLoadOptions.DefaultContextLength;

    /// <summary>Temperature where neither the request nor the model's file has one. This and the next three are the
    /// defaults of llama.cpp's command line.</summary>
    public const float Temperature = 0.8f;

    /// <summary>Top-k where neither the request nor the model's file has one.</summary>
    public const int TopK = 40;

    /// <summary>Top-p where neither the request nor the model's file has one.</summary>
    public const float TopP = 0.95f;

    /// <summary>Min-p where neither the request nor the model's file has one.</summary>
    public const float MinP = 0.05f;
}
