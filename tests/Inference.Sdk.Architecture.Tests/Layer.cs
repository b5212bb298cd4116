namespace Inference.Sdk.Architecture.Tests;

/// <summary>What a project is, and so which way its arrows may point.</summary>
internal enum Layer
{
    /// <summary>Contracts: reference nothing of ours.</summary>
    Contracts,

    /// <summary>The container and the pipeline: reference contracts.</summary>
    Core,

    /// <summary>An engine: references contracts, and never the pipeline.</summary>
    Engine,

    /// <summary>A backend of an engine: references contracts and its engine.</summary>
    EngineBackend,

    /// <summary>Native libraries in a package: no code and no reference.</summary>
    Assets,

    /// <summary>A library for a kind of host: references the core, and never an engine.</summary>
    Host,

    /// <summary>An application: references the core and engines.</summary>
    Application,
}
