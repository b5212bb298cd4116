using System.Text.Json.Serialization;
using Inference.Sdk.Cli.Bench.Llm;
using Inference.Sdk.Cli.Bench.Tabular;
using Inference.Sdk.Cli.Inspect;
using Inference.Sdk.Cli.Run;

namespace Inference.Sdk.Cli.Output;

/// <summary>The JSON of every verb, generated at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(RunReport))]
[JsonSerializable(typeof(InspectReport))]
[JsonSerializable(typeof(LlmBenchReport))]
[JsonSerializable(typeof(TabularBenchReport))]
internal sealed partial class CliJsonContext : JsonSerializerContext;
