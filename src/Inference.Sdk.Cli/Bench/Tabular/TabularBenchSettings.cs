namespace Inference.Sdk.Cli.Bench.Tabular;

/// <summary>What is measured. Immutable.</summary>
/// <param name="Model">The model's file.</param>
/// <param name="Rows">Rows that are made up and predicted from.</param>
/// <param name="Threads">Threads of the batch measurement.</param>
/// <param name="Rounds">Times that the batch is predicted; single rows are measured in as many passes.</param>
/// <param name="MissingShare">The share of optional values that are missing, 0 to 1.</param>
/// <param name="Seed">Of the rows.</param>
internal sealed record TabularBenchSettings(
    string Model, int Rows, int Threads, int Rounds, float MissingShare, int Seed);
