namespace Inference.Sdk.LlamaCpp.Backend;

/// <summary>What became of a decode.</summary>
internal enum DecodeStatus
{
    /// <summary>The batch is computed.</summary>
    Success,

    /// <summary>The context's memory has no room for the batch.</summary>
    NoRoom,

    /// <summary>It was aborted on request.</summary>
    Aborted,

    /// <summary>It failed; the backend has logged why.</summary>
    Failed,
}
