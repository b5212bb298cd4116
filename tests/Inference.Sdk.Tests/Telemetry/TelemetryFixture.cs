using System.Diagnostics.Metrics;
using Inference.Sdk.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Inference.Sdk.Tests.Telemetry;

/// <summary>A container with a clock that stands still and a meter factory of its own.</summary>
internal sealed class TelemetryFixture : IAsyncDisposable
{
    private readonly Lazy<ServiceProvider> _provider;

    public TelemetryFixture(Action<InferenceOptions>? configure = null)
    {
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddSingleton<IInferenceObserver>(Observer);
        Services.AddMetrics();
        Inference = Services.AddInference(configure: configure);
        _provider = new(() => Services.BuildServiceProvider());
    }

    public FakeTimeProvider Time { get; } = new();

    public RecordingObserver Observer { get; } = new();

    public ServiceCollection Services { get; } = new();

    public IInferenceBuilder Inference { get; }

    public ServiceProvider Provider => _provider.Value;

    public IPredictor<House, double> Houses => Provider.GetRequiredService<IPredictor<House, double>>();

    public IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate> Chat =>
        Provider.GetRequiredService<IStreamingPredictor<ChatRequest, ChatResponse, ChatResponseUpdate>>();

    public MetricCollector<double> Collect(string instrument) =>
        new(Provider.GetRequiredService<IMeterFactory>(), InferenceTelemetry.MeterName, instrument);

    public MetricCollector<long> Count(string instrument) =>
        new(Provider.GetRequiredService<IMeterFactory>(), InferenceTelemetry.MeterName, instrument);

    /// <summary>Makes an engine's work take time.</summary>
    public ValueTask Take(double seconds)
    {
        Time.Advance(TimeSpan.FromSeconds(seconds));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => Provider.DisposeAsync();
}
