namespace Inference.Sdk.Tabular;

/// <summary>Which values a split sends the way of missing ones.</summary>
internal enum MissingRule : byte
{
    /// <summary>None: a NaN reads as zero.</summary>
    None,

    /// <summary>NaN and values within <see cref="LightGbm.LightGbmFormat.ZeroThreshold"/> of zero.</summary>
    Zero,

    /// <summary>NaN.</summary>
    NaN,
}
