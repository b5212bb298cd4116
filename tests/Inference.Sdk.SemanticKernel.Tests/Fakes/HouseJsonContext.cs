using System.Text.Json.Serialization;

namespace Inference.Sdk.SemanticKernel.Tests;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(House))]
[JsonSerializable(typeof(Listing))]
[JsonSerializable(typeof(PriceEstimate))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(float[]))]
[JsonSerializable(typeof(Dictionary<string, float>))]
internal sealed partial class HouseJsonContext : JsonSerializerContext;
