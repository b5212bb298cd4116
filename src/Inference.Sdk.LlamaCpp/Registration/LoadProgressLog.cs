using Inference.Sdk.LlamaCpp.Chat;
using Microsoft.Extensions.Logging;

namespace Inference.Sdk.LlamaCpp.Registration;

/// <summary>Logs how far a long load is, now and then, and passes it on. Told by one thread.</summary>
/// <param name="name">The predictor's name.</param>
/// <param name="logger">Takes the messages.</param>
/// <param name="time">What time it is.</param>
/// <param name="inner">Told of every part, or <see langword="null"/>.</param>
internal sealed class LoadProgressLog(string name, ILogger logger, TimeProvider time, IProgress<float>? inner)
    : IProgress<float>
{
    /// <summary>The least time between two messages, and before the first.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private long _logged = time.GetTimestamp();

    /// <inheritdoc/>
    public void Report(float value)
    {
        inner?.Report(value);
        long now = time.GetTimestamp();
        if (value < 1 && time.GetElapsedTime(_logged, now) >= Interval)
        {
            _logged = now;
            Log.ModelLoading(logger, name, (int)(value * 100));
        }
    }
}
