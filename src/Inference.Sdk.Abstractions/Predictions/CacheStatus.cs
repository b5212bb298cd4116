namespace Inference.Sdk;

/// <summary>Whether a cache answered a prediction.</summary>
public enum CacheStatus
{
    /// <summary>No cache was asked.</summary>
    None,

    /// <summary>A cache was asked and did not have the answer.</summary>
    Miss,

    /// <summary>The answer came from a cache.</summary>
    Hit,

    /// <summary>The answer was being computed for an equal request, and was shared.</summary>
    Coalesced,
}
