using Inference.Sdk.Cli.Output;

namespace Inference.Sdk.Cli.Bench.Tabular;

/// <summary>The JSON object of `inference bench tabular --json`. Immutable.</summary>
internal sealed record TabularBenchReport
{
    public required ModelFacts Model { get; init; }

    public required int Features { get; init; }

    public required int Trees { get; init; }

    public required long Leaves { get; init; }

    public required MachineFacts Machine { get; init; }

    public required TabularBenchSettings Settings { get; init; }

    public required SingleRowResult SingleRow { get; init; }

    public required BatchResult Batch { get; init; }
}
