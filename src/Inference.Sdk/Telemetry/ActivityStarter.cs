using System.Diagnostics;

namespace Inference.Sdk.Telemetry;

/// <summary>Starts a predictor's activities. What is known beforehand is given to their creation, because that is all a
/// sampler sees.</summary>
internal sealed class ActivityStarter(string predictor, bool isChat)
{
    private readonly string _name = isChat ? $"{TelemetryNames.Chat} {predictor}" : $"predict {predictor}";
    private readonly KeyValuePair<string, object?>[] _single = Tags(predictor, isChat, "single");
    private readonly KeyValuePair<string, object?>[] _stream = Tags(predictor, isChat, "stream", isStream: true);
    private readonly KeyValuePair<string, object?>[] _batch = Tags(predictor, isChat, "batch");

    public Activity? Start(bool streaming) => Start(streaming ? _stream : _single);

    public Activity? StartBatch() => Start(_batch);

    // Models run in this process: the conventions have spans of such calls be internal.
    private Activity? Start(KeyValuePair<string, object?>[] tags) => TelemetryNames.Source.HasListeners()
        ? TelemetryNames.Source.StartActivity(_name, ActivityKind.Internal, parentContext: default, tags)
        : null;

    private static KeyValuePair<string, object?>[] Tags(
        string predictor, bool isChat, string operation, bool isStream = false)
    {
        List<KeyValuePair<string, object?>> tags =
        [
            new(TelemetryNames.Predictor, predictor),
            new(TelemetryNames.Operation, operation),
        ];
        if (isChat)
        {
            tags.Add(new(TelemetryNames.OperationName, TelemetryNames.Chat));
            tags.Add(new(TelemetryNames.ProviderName, TelemetryNames.Provider));
            tags.Add(new(TelemetryNames.RequestModel, predictor));
            if (isStream)
            {
                // Of a request that is not streamed, the conventions say nothing.
                tags.Add(new(TelemetryNames.RequestStream, true));
            }
        }

        return [.. tags];
    }
}
