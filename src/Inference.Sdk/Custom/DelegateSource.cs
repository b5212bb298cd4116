namespace Inference.Sdk.Custom;

/// <summary>What is known of a delegate.</summary>
internal static class DelegateSource
{
    public static PredictorMetadata Describe(string name) => new()
    {
        Name = name,
        Kind = PredictorKind.Custom,
        Model = new ModelIdentity { Name = name },
    };
}
