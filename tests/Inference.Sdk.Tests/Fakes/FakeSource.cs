namespace Inference.Sdk.Tests.Fakes;

/// <summary>A model source whose load is a delegate.</summary>
internal sealed class FakeSource<TPredictor>(Func<CancellationToken, ValueTask<TPredictor>> load) : IModelSource<TPredictor>
    where TPredictor : IPredictor
{
    public FakeSource(TPredictor predictor)
        : this(_ => new ValueTask<TPredictor>(predictor))
    {
    }

    public Func<PredictorMetadata> OnDescribe { get; init; } = () => new PredictorMetadata
    {
        Name = "described",
        Kind = PredictorKind.Tabular,
        Model = new ModelIdentity { Name = "header" },
    };

    public int Loads { get; private set; }

    public PredictorMetadata Describe() => OnDescribe();

    public ValueTask<TPredictor> LoadAsync(CancellationToken cancellationToken = default)
    {
        Loads++;
        return load(cancellationToken);
    }
}
