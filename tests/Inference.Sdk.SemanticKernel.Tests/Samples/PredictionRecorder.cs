using System.Collections.Concurrent;

namespace Inference.Sdk.SemanticKernel.Tests.Samples;

/// <summary>Keeps the reports of all predictions.</summary>
internal sealed class PredictionRecorder : IInferenceObserver
{
    private readonly ConcurrentQueue<PredictionReport> _reports = new();

    public void OnCompleted(in PredictionCompleted completed) => _reports.Enqueue(completed.Report);

    /// <summary>Gets the reports since the last call, in order.</summary>
    public PredictionReport[] Take()
    {
        PredictionReport[] taken = [.. _reports];
        _reports.Clear();
        return taken;
    }
}
