namespace Inference.Sdk.Cli.Bench.Tabular;

/// <summary>How fast single rows are. Immutable.</summary>
/// <param name="NanosecondsPerRow">The time of a prediction, averaged over each sample.</param>
/// <param name="RowsPerSample">The predictions of a sample.</param>
/// <param name="AllocatedBytesPerRow">What a prediction allocates.</param>
internal sealed record SingleRowResult(SampleSummary NanosecondsPerRow, int RowsPerSample, double AllocatedBytesPerRow);
