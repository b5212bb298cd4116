namespace Inference.Sdk.Cli.Bench.Tabular;

/// <summary>How fast many rows are. Immutable.</summary>
/// <param name="Threads">The threads that predicted.</param>
/// <param name="RowsPerSecond">The median of the rounds.</param>
/// <param name="Rounds">The rows a second of each round.</param>
internal sealed record BatchResult(int Threads, double RowsPerSecond, IReadOnlyList<double> Rounds);
