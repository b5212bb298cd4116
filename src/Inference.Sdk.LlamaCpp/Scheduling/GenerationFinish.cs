namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>Why a generation ended. One that is cancelled or fails throws instead.</summary>
internal enum GenerationFinish
{
    /// <summary>The model ended it.</summary>
    EndOfGeneration,

    /// <summary>A stop sequence was generated.</summary>
    StopSequence,

    /// <summary>As many tokens as were asked for, or as the context holds, were generated.</summary>
    Length,
}
