namespace Inference.Sdk.LlamaCpp;

/// <summary>The number format of the context's memory (the attention keys and values of past tokens).</summary>
public enum LlamaCacheType
{
    /// <summary>16-bit floating point, 2 bytes a number. The default.</summary>
    F16,

    /// <summary>32-bit floating point, 4 bytes a number.</summary>
    F32,

    /// <summary>16-bit floating point with the range of 32-bit, 2 bytes a number.</summary>
    BF16,

    /// <summary>Blocks of 32 8-bit integers with a common scale, 1.0625 bytes a number.</summary>
    Q8,

    /// <summary>Blocks of 32 4-bit integers with a common scale, 0.5625 bytes a number. Answers can get noticeably
    /// worse.</summary>
    Q4,
}
