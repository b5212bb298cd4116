namespace Inference.Sdk.Tests.Fakes;

/// <summary>Reports as an engine would make them.</summary>
internal static class Reports
{
    public static readonly ModelIdentity Model = new() { Name = "fake-1b", Sha256 = new string('a', 64) };

    public static PredictionReport Of(PredictionOptions? options, TimeSpan processorTime = default) => new()
    {
        Id = options?.PredictionId ?? Guid.CreateVersion7(),
        Model = Model,
        Usage = new PredictionUsage { ProcessorTime = processorTime },
    };
}
