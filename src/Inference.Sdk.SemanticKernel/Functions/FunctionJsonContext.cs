using System.Text.Json.Serialization;

namespace Inference.Sdk.SemanticKernel;

/// <summary>How the output of a tabular model is written as JSON, without reflection.</summary>
[JsonSerializable(typeof(float))]
internal sealed partial class FunctionJsonContext : JsonSerializerContext;
