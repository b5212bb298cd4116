using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Inference.Sdk.Tests.Options;

public sealed class InferenceOptionsTests
{
    [Fact]
    public void Defaults_are_what_the_documentation_says()
    {
        InferenceOptions options = Resolve(new ServiceCollection(), s => s.AddInference());

        Assert.True(options.Telemetry);
        Assert.True(options.Energy);
        Assert.Equal(
            (1.5, 5, 12),
            (options.CpuEnergyModel.LowWattsPerCore, options.CpuEnergyModel.MidWattsPerCore,
                options.CpuEnergyModel.HighWattsPerCore));
    }

    [Fact]
    public void They_are_bound_from_the_section_and_code_comes_after()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([
            new("Inference:Telemetry", "false"),
            new("Inference:Energy", "false"),
            new("Inference:CpuEnergyModel:LowWattsPerCore", "2"),
            new("Inference:CpuEnergyModel:MidWattsPerCore", "4.5"),
            new("Inference:house-price:Path", "model.json"),
        ]).Build();

        InferenceOptions options = Resolve(
            new ServiceCollection(),
            s => s.AddInference(configuration.GetSection("Inference"), o =>
            {
                Assert.False(o.Energy);
                o.Energy = true;
            }));

        Assert.False(options.Telemetry);
        Assert.True(options.Energy);
        Assert.Equal(
            (2, 4.5, 12),
            (options.CpuEnergyModel.LowWattsPerCore, options.CpuEnergyModel.MidWattsPerCore,
                options.CpuEnergyModel.HighWattsPerCore));
    }

    [Fact]
    public void A_predictor_may_have_an_option_s_name()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([
            new("Inference:Energy:Path", "energy-demand.json"),
        ]).Build();

        Assert.True(Resolve(new ServiceCollection(), s => s.AddInference(configuration.GetSection("Inference"))).Energy);
    }

    [Fact]
    public void Watts_out_of_order_are_refused()
    {
        var error = Assert.Throws<OptionsValidationException>(() => Resolve(
            new ServiceCollection(), s => s.AddInference(configure: o => o.CpuEnergyModel.MidWattsPerCore = 13.5)));

        Assert.Equal(
            "InferenceOptions.CpuEnergyModel has 1.5 low, 13.5 mid and 12 high watts per core. Order them: low, mid, high, "
            + "from the smallest to the largest.",
            error.Message);
    }

    private static InferenceOptions Resolve(ServiceCollection services, Action<IServiceCollection> add)
    {
        add(services);
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<InferenceOptions>>().Value;
    }
}
