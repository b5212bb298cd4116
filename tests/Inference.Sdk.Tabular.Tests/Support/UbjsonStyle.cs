namespace Inference.Sdk.Tabular.Tests;

/// <summary>The ways UBJSON can write one document.</summary>
internal enum UbjsonStyle
{
    /// <summary>Every value tells its type; brackets close.</summary>
    Closed,

    /// <summary>Every value tells its type; arrays tell their count.</summary>
    Counted,

    /// <summary>Arrays of numbers tell type and count once.</summary>
    Typed,
}
