using Inference.Sdk.Cli.Output;
using Inference.Sdk.Tabular;

namespace Inference.Sdk.Cli.Inspect;

/// <summary>What a tabular model tells. Immutable.</summary>
internal sealed record TabularFacts
{
    public required ModelFacts Model { get; init; }

    public required string Objective { get; init; }

    public required int Trees { get; init; }

    public required long Leaves { get; init; }

    public required IReadOnlyList<FeatureFacts> Features { get; init; }

    public required OutputFacts Output { get; init; }

    public static TabularFacts From(TabularModel model) => new()
    {
        Model = ModelFacts.From(model.Identity),
        Objective = model.Objective,
        Trees = model.TreeCount,
        Leaves = model.LeafCount,
        Features = [.. model.Schema.Features.Select(FeatureFacts.From)],
        Output = new OutputFacts(model.Output.Name, model.Output.Unit, model.Output.Description, model.Output.Digits),
    };
}
