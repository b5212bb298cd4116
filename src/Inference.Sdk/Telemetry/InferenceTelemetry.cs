namespace Inference.Sdk;

/// <summary>The names under which a host listens to inference.</summary>
/// <remarks>
/// <para>With OpenTelemetry: <c>metrics.AddMeter(InferenceTelemetry.MeterName)</c> and
/// <c>tracing.AddSource(InferenceTelemetry.ActivitySourceName)</c>. What is predicted from and what is predicted are never
/// recorded, nor are the messages of exceptions, which may quote them.</para>
/// <para>Every kind of predictor, with <c>inference.predictor</c> (its name) and <c>inference.kind</c>
/// (<c>language_model</c>, <c>tabular</c>, <c>custom</c>, <c>composite</c>; <c>unknown</c> where a model could not even be
/// described), and <c>error.type</c> where it failed:</para>
/// <list type="bullet">
/// <item><c>inference.prediction.duration</c> (s): the whole prediction, less the time its consumer took over
/// updates.</item>
/// <item><c>inference.prediction.queue.duration</c> (s): the part of it before work began.</item>
/// <item><c>inference.prediction.rows</c> ({row}): a counter of rows scored.</item>
/// <item><c>inference.prediction.energy</c> (J): the best single figure, with <c>inference.energy.provenance</c>
/// (<c>modeled</c> or <c>measured</c>).</item>
/// </list>
/// <para>Language models have the names of OpenTelemetry's generative AI conventions besides, which are in development; these
/// are of version 1.41, the first to have a time to the first chunk:
/// <c>gen_ai.client.operation.duration</c> (s), <c>gen_ai.client.operation.time_to_first_chunk</c> (s),
/// <c>gen_ai.client.token.usage</c> ({token}), <c>gen_ai.server.time_to_first_token</c> (s) and
/// <c>gen_ai.server.time_per_output_token</c> (s). <c>gen_ai.request.model</c> is the predictor's name, because that is what
/// was asked for; <c>gen_ai.response.model</c> is the name in the model's own metadata.</para>
/// <para>An activity is named <c>chat</c> or <c>predict</c> and the predictor. Its predictor, its <c>inference.operation</c>
/// (<c>single</c>, <c>stream</c>, <c>batch</c>) and, where it is a chat, <c>gen_ai.operation.name</c>,
/// <c>gen_ai.provider.name</c>, <c>gen_ai.request.model</c> and <c>gen_ai.request.stream</c> are there when it is created, so
/// that a sampler can decide by them. One that succeeded has <c>gen_ai.response.finish_reasons</c> (a list of one text),
/// <c>gen_ai.response.time_to_first_chunk</c> (s, of a stream) and the counts of tokens.</para>
/// </remarks>
public static class InferenceTelemetry
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Inference.Sdk";

    /// <summary>The name of the source of activities: one for each prediction, stream or batch.</summary>
    public const string ActivitySourceName = "Inference.Sdk";
}
