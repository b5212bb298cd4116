using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Inference.Sdk.Tabular.Tests.Registration;

/// <summary>Tabular predictors in the pipeline that hosts have.</summary>
public sealed class ContainerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tabular-tests").FullName;
    private readonly string _path;
    private readonly ServiceCollection _services = new();

    public ContainerTests()
    {
        _path = Path.Combine(_folder, "small.txt");
        File.WriteAllText(_path, new LightGbmText("x").Stump(0, "1.5", 0, 1, 2).ToString());
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_start_says_everything_that_is_misconfigured_at_once()
    {
        string missing = Path.Combine(_folder, "missing.txt");
        string cut = Path.Combine(_folder, "cut.txt");
        await File.WriteAllTextAsync(cut, "tree\nversion=v4\n", Token);
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("misspelt:ModelPath", _path), new("misspelt:FirstIteraton", "1")]).Build();
        _services.AddInference(configuration)
            .AddTabular("unset")
            .AddTabular("misspelt")
            .AddTabular("missing", o => o.ModelPath = missing).WarmUp()
            .AddTabular("cut", o => o.ModelPath = cut)
            .AddTabular<House>("unmapped", map => map.Map("y", h => h.Sqft), o => o.ModelPath = _path)
            .AddTabular("fine", o => o.ModelPath = _path);
        await using ServiceProvider provider = _services.BuildServiceProvider();

        var error = await Assert.ThrowsAsync<InferenceConfigurationException>(
            () => provider.StartInferenceAsync(Token));

        string[] beginnings =
        [
            "Predictor 'unset': unset:ModelPath is not set.",
            "Predictor 'misspelt': misspelt:FirstIteraton is no option of a tabular model.",
            $"Predictor 'missing': There is no model at '{missing}'.",
            $"Predictor 'cut': The model '{cut}' ends before its content does",
            "Predictor 'unmapped': The model has no feature 'y', which House is mapped to.",
            "Predictor 'unmapped': Feature 'x' is required and House is not mapped to it.",
        ];
        Assert.Equal(beginnings.Length, error.Errors.Count);
        Assert.All(beginnings.Zip(error.Errors), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_prediction_faster_than_the_clock_has_energy_alone_and_in_a_batch()
    {
        _services.AddSingleton<TimeProvider>(new FakeTimeProvider());
        _services.AddInference().AddTabular("price", o => o.ModelPath = _path).WarmUp();
        await using ServiceProvider provider = _services.BuildServiceProvider();
        await provider.StartInferenceAsync(Token);
        var predictor = provider.GetRequiredService<IPredictor<FeatureRow, float>>();
        var row = new FeatureRow(predictor.Metadata.InputSchema!, [1]);

        List<Prediction<float>> predictions = await predictor
            .PredictBatchAsync(Inputs.Of(row, row), cancellationToken: Token).ToListAsync(Token);
        predictions.Add(await predictor.PredictAsync(row, cancellationToken: Token));

        Assert.All(predictions, prediction => Assert.True(prediction.Energy!.MidJoules > 0));
    }
}
