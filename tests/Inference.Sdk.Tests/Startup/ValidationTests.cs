using Inference.Sdk.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Inference.Sdk.Tests.Startup;

public sealed class ValidationTests
{
    private static readonly string Everything = string.Join(
        Environment.NewLine,
        "Inference is misconfigured (7 errors):",
        "- InferenceOptions.CpuEnergyModel.LowWattsPerCore is -1. Give a number of watts, 0 or more.",
        "- InferenceOptions.CpuEnergyModel.HighWattsPerCore is NaN. Give a number of watts, 0 or more.",
        "- Predictor 'assistant': Path is empty. Give the model's file.",
        "- Predictor 'assistant': ContextLength is 0. Give 1 or more.",
        "- Predictor 'house-price': There is no file 'missing.json'. Give the path of a model.",
        "- Predictor 'broken': NotSupportedException: Not here.",
        "- Predictor 'nothing': its source is null. Return a model source.");

    [Fact]
    public async Task All_errors_of_all_predictors_are_said_at_once()
    {
        await using ServiceProvider provider = Misconfigured(new ServiceCollection()).BuildServiceProvider();

        var error = await Assert.ThrowsAsync<InferenceConfigurationException>(() => provider.StartInferenceAsync());

        Assert.Equal(Everything, error.Message);
        Assert.Equal(7, error.Errors.Count);
        Assert.Equal(5, Assert.IsType<AggregateException>(error.InnerException).InnerExceptions.Count);
    }

    [Fact]
    public async Task Without_a_start_the_first_resolution_says_them()
    {
        await using ServiceProvider provider = Misconfigured(new ServiceCollection()).BuildServiceProvider();

        var keyed = Assert.Throws<InferenceConfigurationException>(
            () => provider.GetRequiredKeyedService<IPredictor<House, double>>("fine"));
        var listed = Assert.Throws<InferenceConfigurationException>(
            () => provider.GetRequiredService<IPredictorCatalog>().Get("fine"));

        Assert.Equal(Everything, keyed.Message);
        Assert.Equal(Everything, listed.Message);
    }

    [Fact]
    public async Task A_misconfigured_host_does_not_start()
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        Misconfigured(builder.Services);
        using IHost host = builder.Build();

        var error = await Assert.ThrowsAsync<InferenceConfigurationException>(() => host.StartAsync());

        Assert.Equal(Everything, error.Message);
    }

    [Fact]
    public async Task Sources_are_made_once_even_when_several_predictors_are_resolved()
    {
        int made = 0;
        var services = new ServiceCollection();
        services.AddInference()
            .AddPredictor<House, double>("a", Source)
            .AddPredictor<House, double>("b", Source);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.StartInferenceAsync();
        provider.GetRequiredKeyedService<IPredictor<House, double>>("a");
        provider.GetRequiredKeyedService<IPredictor<House, double>>("b");
        await provider.StartInferenceAsync();

        Assert.Equal(2, made);

        IModelSource<IPredictor<House, double>> Source(IServiceProvider _)
        {
            made++;
            return new FakeSource<IPredictor<House, double>>(new FakePredictor());
        }
    }

    [Fact]
    public async Task A_source_that_resolves_a_predictor_is_refused()
    {
        var services = new ServiceCollection();
        services.AddInference()
            .AddHouses("base")
            .AddPredictor<House, double>("router", s => new FakeSource<IPredictor<House, double>>(
                s.GetRequiredKeyedService<IPredictor<House, double>>("base")));
        await using ServiceProvider provider = services.BuildServiceProvider();

        var error = Assert.Throws<InferenceConfigurationException>(
            () => provider.GetRequiredKeyedService<IPredictor<House, double>>("router"));

        Assert.Equal(
            $"Inference is misconfigured:{Environment.NewLine}- Predictor 'router': its source resolves a predictor while "
            + "the sources are made. Resolve it in IModelSource.LoadAsync.",
            error.Message);
    }

    [Fact]
    public async Task A_source_may_resolve_a_predictor_when_it_loads()
    {
        var services = new ServiceCollection();
        services.AddInference()
            .AddHouses("base")
            .AddPredictor<House, double>("router", s => new FakeSource<IPredictor<House, double>>(
                _ => new ValueTask<IPredictor<House, double>>(
                    s.GetRequiredKeyedService<IPredictor<House, double>>("base"))));
        await using ServiceProvider provider = services.BuildServiceProvider();

        var router = provider.GetRequiredKeyedService<IPredictor<House, double>>("router");

        Assert.Equal(5, (await router.PredictAsync(new House(5))).Value);
    }

    [Fact]
    public async Task A_start_without_inference_is_refused_by_the_container()
    {
        await using ServiceProvider provider = new ServiceCollection().BuildServiceProvider();

        await Assert.ThrowsAsync<InvalidOperationException>(() => provider.StartInferenceAsync());
    }

    [Fact]
    public async Task A_setting_that_cannot_be_read_is_among_the_errors()
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Inference:Telemetry", "perhaps")]).Build();
        var services = new ServiceCollection();
        services.AddInference(configuration.GetSection("Inference"));
        await using ServiceProvider provider = services.BuildServiceProvider();

        var error = await Assert.ThrowsAsync<InferenceConfigurationException>(() => provider.StartInferenceAsync());

        Assert.Contains("Inference:Telemetry", Assert.Single(error.Errors), StringComparison.Ordinal);
    }

    private static IServiceCollection Misconfigured(IServiceCollection services)
    {
        IInferenceBuilder builder = services.AddInference(configure: o =>
        {
            o.CpuEnergyModel.LowWattsPerCore = -1;
            o.CpuEnergyModel.HighWattsPerCore = double.NaN;
        });
        Add("assistant", new OptionsValidationException(
            "assistant", typeof(object), ["Path is empty. Give the model's file.", "ContextLength is 0. Give 1 or more."]));
        Add("house-price", new ModelLoadException(
            ModelLoadError.NotFound, "missing.json", "There is no file 'missing.json'. Give the path of a model."));
        builder.AddHouses("fine");
        Add("broken", new NotSupportedException("Not here."));
        builder.AddPredictor<House, double>("nothing", _ => null!);
        return services;

        void Add(string name, Exception error) => builder.AddPredictor<House, double>(name, _ => throw error);
    }
}
