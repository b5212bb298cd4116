using System.Diagnostics;

namespace Inference.Sdk.Telemetry;

/// <summary>The names of instruments and attributes. Those that begin with <c>gen_ai</c> are OpenTelemetry's
/// (semantic-conventions v1.41.0, docs/gen-ai: the first with a time to the first chunk, and the last before they moved to
/// a repository of their own, whose first release names some of them anew).</summary>
internal static class TelemetryNames
{
    public const string PredictionDuration = "inference.prediction.duration";
    public const string PredictionQueueDuration = "inference.prediction.queue.duration";
    public const string PredictionRows = "inference.prediction.rows";
    public const string PredictionEnergy = "inference.prediction.energy";

    public const string ClientOperationDuration = "gen_ai.client.operation.duration";
    public const string ClientTimeToFirstChunk = "gen_ai.client.operation.time_to_first_chunk";
    public const string ClientTokenUsage = "gen_ai.client.token.usage";
    public const string ServerTimeToFirstToken = "gen_ai.server.time_to_first_token";
    public const string ServerTimePerOutputToken = "gen_ai.server.time_per_output_token";

    public const string Predictor = "inference.predictor";
    public const string Kind = "inference.kind";
    public const string Operation = "inference.operation";
    public const string PredictionId = "inference.prediction.id";
    public const string ModelName = "inference.model.name";
    public const string ModelHash = "inference.model.sha256";
    public const string Cache = "inference.cache.status";
    public const string EnergyProvenance = "inference.energy.provenance";
    public const string ErrorType = "error.type";

    public const string OperationName = "gen_ai.operation.name";
    public const string ProviderName = "gen_ai.provider.name";
    public const string RequestModel = "gen_ai.request.model";
    public const string RequestStream = "gen_ai.request.stream";
    public const string ResponseModel = "gen_ai.response.model";
    public const string FinishReasons = "gen_ai.response.finish_reasons";
    public const string TimeToFirstChunk = "gen_ai.response.time_to_first_chunk";
    public const string TokenType = "gen_ai.token.type";
    public const string UsageInputTokens = "gen_ai.usage.input_tokens";
    public const string UsageOutputTokens = "gen_ai.usage.output_tokens";
    public const string UsageCachedInputTokens = "gen_ai.usage.cache_read.input_tokens";

    public const string Chat = "chat";
    public const string Provider = "inference.sdk";
    public const string UnknownKind = "unknown";

    /// <summary>Where activities come from. Sources are process-wide by design: listeners find them by name.</summary>
    public static readonly ActivitySource Source = new(InferenceTelemetry.ActivitySourceName);

    public static string Of(PredictorKind kind) => kind switch
    {
        PredictorKind.LanguageModel => "language_model",
        PredictorKind.Tabular => "tabular",
        PredictorKind.Composite => "composite",
        _ => "custom",
    };

    public static string Of(CacheStatus status) => status switch
    {
        CacheStatus.Hit => "hit",
        CacheStatus.Miss => "miss",
        CacheStatus.Coalesced => "coalesced",
        _ => "none",
    };

    public static string Of(EnergyProvenance provenance) =>
        provenance == Sdk.EnergyProvenance.Measured ? "measured" : "modeled";

    /// <summary>Names an error without its message, which may quote what was predicted from.</summary>
    public static string Of(Exception error) => error.GetType().FullName ?? error.GetType().Name;
}
