namespace Inference.Sdk.Cli.Output;

/// <summary>Which model a result is of. Immutable.</summary>
internal sealed record ModelFacts(string Name, string? Version, string? Format, string? Sha256)
{
    /// <summary>Takes the facts from an identity.</summary>
    public static ModelFacts From(ModelIdentity model) => new(model.Name, model.Version, model.Format, model.Sha256);
}
