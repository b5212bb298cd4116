namespace Inference.Sdk.Tabular.LightGbm;

/// <summary>Constants of LightGBM's text format, from its <c>include/LightGBM/tree.h</c> and <c>meta.h</c>.</summary>
internal static class LightGbmFormat
{
    /// <summary>Values this close to zero are zero to LightGBM (<c>kZeroThreshold</c>, a 32-bit constant).</summary>
    public const double ZeroThreshold = 1e-35f;

    /// <summary>The bit of <c>decision_type</c> that marks a categorical split.</summary>
    public const int CategoricalBit = 1;

    /// <summary>The bit of <c>decision_type</c> that sends missing values left.</summary>
    public const int DefaultLeftBit = 2;

    /// <summary>Where the missing rule begins in <c>decision_type</c>.</summary>
    public const int MissingShift = 2;

    /// <summary>The line that closes the trees.</summary>
    public static ReadOnlySpan<byte> EndOfTrees => "end of trees"u8;

    /// <summary>The line that follows the trees; files of LightGBM 2.0 have it without the one before.</summary>
    public static ReadOnlySpan<byte> Importances => "feature importances:"u8;
}
