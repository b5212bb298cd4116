namespace Inference.Sdk.Tests.Telemetry;

/// <summary>Tests that change, or depend on, who listens in the whole process: they run alone.</summary>
[CollectionDefinition(nameof(ProcessWide), DisableParallelization = true)]
public sealed class ProcessWide;
