using Inference.Sdk.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Inference.Sdk.Tests.Startup;

public sealed class ModelCheckTests
{
    private readonly ServiceCollection _services = new();

    [Fact]
    public async Task Missing_files_and_maps_that_do_not_fit_are_said_with_the_invalid_options()
    {
        FakeSource<IPredictor<House, double>> warm = Failing(Missing("warm.gguf"));
        _services.AddInference(configure: o => o.CpuEnergyModel.LowWattsPerCore = -1)
            .AddPredictor<House, double>("warm", _ => warm).WarmUp()
            .AddPredictor<House, double>("unset", _ => throw new InferenceConfigurationException(["ModelPath is not set."]))
            .AddHouses("fine")
            .AddPredictor<House, double>("cold", _ => Failing(new InferenceConfigurationException(
                ["Predictor 'cold': The model has no feature 'a'.", "The model has no feature 'b'."])));
        await using ServiceProvider provider = _services.BuildServiceProvider();

        var error = await Assert.ThrowsAsync<InferenceConfigurationException>(() => provider.StartInferenceAsync());

        Assert.Equal(
            [
                "InferenceOptions.CpuEnergyModel.LowWattsPerCore is -1. Give a number of watts, 0 or more.",
                "Predictor 'unset': ModelPath is not set.",
                "Predictor 'warm': There is no file 'warm.gguf'.",
                "Predictor 'cold': The model has no feature 'a'.",
                "Predictor 'cold': The model has no feature 'b'.",
            ],
            error.Errors);
        Assert.Equal(0, warm.Loads);
    }

    [Fact]
    public async Task A_host_whose_model_is_missing_does_not_start()
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Services.AddInference().AddPredictor<House, double>("cold", _ => Failing(Missing("cold.txt")));
        using IHost host = builder.Build();

        var error = await Assert.ThrowsAsync<InferenceConfigurationException>(() => host.StartAsync());

        Assert.Equal(["Predictor 'cold': There is no file 'cold.txt'."], error.Errors);
        Assert.IsType<ModelLoadException>(error.InnerException);
    }

    [Fact]
    public async Task Where_the_options_say_so_models_are_not_looked_into()
    {
        _services.AddInference(configure: o => o.CheckModelsAtStart = false)
            .AddPredictor<House, double>("later", _ => Failing(Missing("later.txt")));
        await using ServiceProvider provider = _services.BuildServiceProvider();

        await provider.StartInferenceAsync();

        Assert.Equal(7, (await provider.GetRequiredService<IPredictor<House, double>>().PredictAsync(new House(7))).Value);
    }

    [Fact]
    public async Task A_file_that_has_arrived_lets_the_next_start_pass()
    {
        bool there = false;
        var source = new FakeSource<IPredictor<House, double>>(new FakePredictor())
        {
            OnDescribe = () => there ? new FakePredictor().Metadata : throw Missing("late.txt"),
        };
        _services.AddInference().AddPredictor<House, double>("late", _ => source);
        await using ServiceProvider provider = _services.BuildServiceProvider();

        await Assert.ThrowsAsync<InferenceConfigurationException>(() => provider.StartInferenceAsync());
        there = true;
        await provider.StartInferenceAsync();

        Assert.Equal(0, source.Loads);
    }

    [Fact]
    public async Task A_cancelled_start_looks_into_nothing()
    {
        int described = 0;
        _services.AddInference().AddPredictor<House, double>(
            "any",
            _ => new FakeSource<IPredictor<House, double>>(new FakePredictor())
            {
                OnDescribe = () =>
                {
                    described++;
                    return new FakePredictor().Metadata;
                },
            });
        await using ServiceProvider provider = _services.BuildServiceProvider();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => provider.StartInferenceAsync(new CancellationToken(canceled: true)));

        Assert.Equal(0, described);
    }

    private static FakeSource<IPredictor<House, double>> Failing(Exception error) =>
        new(new FakePredictor()) { OnDescribe = () => throw error };

    private static ModelLoadException Missing(string path) =>
        new(ModelLoadError.NotFound, path, $"There is no file '{path}'.");
}
