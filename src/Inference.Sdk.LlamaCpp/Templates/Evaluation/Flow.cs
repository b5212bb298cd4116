namespace Inference.Sdk.LlamaCpp.Templates.Evaluation;

/// <summary>How statements ended.</summary>
internal enum Flow
{
    /// <summary>They ran through.</summary>
    Next,

    /// <summary>The loop around is left.</summary>
    Break,

    /// <summary>The loop around goes on with its next item.</summary>
    Continue,
}
