using Inference.Sdk.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Inference.Sdk.Tests.Startup;

public sealed class WarmUpTests
{
    // Only so that a load that is never given up fails its test, instead of hanging the run.
    private const int TimeoutMilliseconds = 30_000;

    private readonly FakeSource<IPredictor<House, double>> _warm = new(new FakePredictor());
    private readonly FakeSource<IPredictor<House, double>> _cold = new(new FakePredictor());

    [Fact]
    public async Task Only_what_asks_for_it_is_loaded_at_start()
    {
        var services = new ServiceCollection();
        services.AddInference()
            .AddPredictor<House, double>("cold", _ => _cold)
            .AddPredictor<House, double>("warm", _ => _warm).WarmUp()
            .AddChat("chat").WarmUp();
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.StartInferenceAsync();
        await provider.StartInferenceAsync();

        Assert.Equal((1, 0), (_warm.Loads, _cold.Loads));
        Assert.NotNull(provider.GetRequiredKeyedService<IPredictor>("chat").GetService<FakeChatPredictor>());
    }

    [Fact]
    public async Task A_host_warms_up_before_its_services_start()
    {
        int loadsAtStart = -1;
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Services.AddHostedService(_ => new OnStart(() => loadsAtStart = _warm.Loads));
        builder.Services.AddInference().AddPredictor<House, double>("warm", _ => _warm).WarmUp();
        using IHost host = builder.Build();

        await host.StartAsync();

        Assert.Equal(1, loadsAtStart);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_model_that_cannot_be_loaded_fails_the_start()
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Services.AddInference().AddPredictor<House, double>(
            "warm",
            _ => new FakeSource<IPredictor<House, double>>(
                _ => throw new ModelLoadException(ModelLoadError.Corrupt, "a.gguf", "The file is cut off.")))
            .WarmUp();
        using IHost host = builder.Build();

        var error = await Assert.ThrowsAsync<ModelLoadException>(() => host.StartAsync());

        Assert.Equal("The file is cut off.", error.Message);
    }

    [Fact(Timeout = TimeoutMilliseconds)]
    public async Task A_cancelled_start_gives_up_waiting()
    {
        var never = new TaskCompletionSource<IPredictor<House, double>>();
        var services = new ServiceCollection();
        services.AddInference().AddPredictor<House, double>(
            "slow", _ => new FakeSource<IPredictor<House, double>>(
                token => new ValueTask<IPredictor<House, double>>(never.Task.WaitAsync(token)))).WarmUp();
        await using ServiceProvider provider = services.BuildServiceProvider();
        using var cancellation = new CancellationTokenSource();

        Task start = provider.StartInferenceAsync(cancellation.Token);
        Assert.False(start.IsCompleted);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => start.WaitAsync(TestContext.Current.CancellationToken));
    }

    private sealed class OnStart(Action action) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            action();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
