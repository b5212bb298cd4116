namespace Inference.Sdk.LlamaCpp.Gguf;

/// <summary>The number format of a tensor, with ggml's names and numbers.</summary>
internal enum GgmlType
{
    /// <summary>32-bit floating point, 4 bytes a number.</summary>
    F32 = 0,

    /// <summary>16-bit floating point, 2 bytes a number.</summary>
    F16 = 1,

    /// <summary>Blocks of 32 numbers in 18 bytes, 4.5 bits a number.</summary>
    Q4_0 = 2,

    /// <summary>Blocks of 32 numbers in 20 bytes, 5 bits a number.</summary>
    Q4_1 = 3,

    /// <summary>Blocks of 32 numbers in 22 bytes, 5.5 bits a number.</summary>
    Q5_0 = 6,

    /// <summary>Blocks of 32 numbers in 24 bytes, 6 bits a number.</summary>
    Q5_1 = 7,

    /// <summary>Blocks of 32 numbers in 34 bytes, 8.5 bits a number.</summary>
    Q8_0 = 8,

    /// <summary>Blocks of 32 numbers in 36 bytes, 9 bits a number.</summary>
    Q8_1 = 9,

    /// <summary>Blocks of 256 numbers in 84 bytes, 2.625 bits a number.</summary>
    Q2_K = 10,

    /// <summary>Blocks of 256 numbers in 110 bytes, 3.4375 bits a number.</summary>
    Q3_K = 11,

    /// <summary>Blocks of 256 numbers in 144 bytes, 4.5 bits a number.</summary>
    Q4_K = 12,

    /// <summary>Blocks of 256 numbers in 176 bytes, 5.5 bits a number.</summary>
    Q5_K = 13,

    /// <summary>Blocks of 256 numbers in 210 bytes, 6.5625 bits a number.</summary>
    Q6_K = 14,

    /// <summary>Blocks of 256 numbers in 292 bytes, 9.125 bits a number.</summary>
    Q8_K = 15,

    /// <summary>Blocks of 256 numbers in 66 bytes, 2.0625 bits a number.</summary>
    IQ2_XXS = 16,

    /// <summary>Blocks of 256 numbers in 74 bytes, 2.3125 bits a number.</summary>
    IQ2_XS = 17,

    /// <summary>Blocks of 256 numbers in 98 bytes, 3.0625 bits a number.</summary>
    IQ3_XXS = 18,

    /// <summary>Blocks of 256 numbers in 50 bytes, 1.5625 bits a number.</summary>
    IQ1_S = 19,

    /// <summary>Blocks of 32 numbers in 18 bytes, 4.5 bits a number.</summary>
    IQ4_NL = 20,

    /// <summary>Blocks of 256 numbers in 110 bytes, 3.4375 bits a number.</summary>
    IQ3_S = 21,

    /// <summary>Blocks of 256 numbers in 82 bytes, 2.5625 bits a number.</summary>
    IQ2_S = 22,

    /// <summary>Blocks of 256 numbers in 136 bytes, 4.25 bits a number.</summary>
    IQ4_XS = 23,

    /// <summary>8-bit integers, 1 byte a number.</summary>
    I8 = 24,

    /// <summary>16-bit integers, 2 bytes a number.</summary>
    I16 = 25,

    /// <summary>32-bit integers, 4 bytes a number.</summary>
    I32 = 26,

    /// <summary>64-bit integers, 8 bytes a number.</summary>
    I64 = 27,

    /// <summary>64-bit floating point, 8 bytes a number.</summary>
    F64 = 28,

    /// <summary>Blocks of 256 numbers in 56 bytes, 1.75 bits a number.</summary>
    IQ1_M = 29,

    /// <summary>16-bit floating point with the range of 32-bit, 2 bytes a number.</summary>
    BF16 = 30,

    /// <summary>Blocks of 256 numbers in 54 bytes, 1.6875 bits a number.</summary>
    TQ1_0 = 34,

    /// <summary>Blocks of 256 numbers in 66 bytes, 2.0625 bits a number.</summary>
    TQ2_0 = 35,

    /// <summary>Blocks of 32 numbers in 17 bytes, 4.25 bits a number.</summary>
    MXFP4 = 39,

    /// <summary>Blocks of 64 numbers in 36 bytes, 4.5 bits a number.</summary>
    NVFP4 = 40,

    /// <summary>Blocks of 128 numbers in 18 bytes, 1.125 bits a number.</summary>
    Q1_0 = 41,

    /// <summary>Blocks of 64 numbers in 18 bytes, 2.25 bits a number.</summary>
    Q2_0 = 42,
}
