using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.SemanticKernel;

namespace Inference.Sdk.SemanticKernel;

/// <summary>Makes rows of features: one parameter for each feature of a schema.</summary>
internal sealed class FeatureRowBinder : IArgumentBinder<FeatureRow>
{
    private readonly FeatureSchema _schema;
    private readonly bool _ignoreUnknown;

    // Semantic Kernel does not tell names of arguments apart by case; a schema does.
    private readonly FrozenDictionary<string, string> _features;

    internal FeatureRowBinder(FeatureSchema schema, bool ignoreUnknown)
    {
        _schema = schema;
        _ignoreUnknown = ignoreUnknown;
        var features = new Dictionary<string, string>(schema.Count, StringComparer.OrdinalIgnoreCase);
        foreach (FeatureDescriptor feature in schema.Features)
        {
            if (!features.TryAdd(feature.Name, feature.Name))
            {
                throw new ArgumentException(
                    $"The features '{features[feature.Name]}' and '{feature.Name}' differ only by case, which parameters "
                    + "of a kernel function must not. Rename one of them.",
                    nameof(schema));
            }
        }

        _features = features.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        Parameters = [.. schema.Features.Select(ToParameter)];
    }

    public IReadOnlyList<KernelParameterMetadata> Parameters { get; }

    public FeatureRow Bind(IEnumerable<KeyValuePair<string, object?>> arguments)
    {
        var row = new FeatureRowBuilder(_schema);
        foreach ((string name, object? value) in arguments)
        {
            if (_features.TryGetValue(name, out string? feature))
            {
                row.Set(feature, Unwrap(value));
            }
            else if (!_ignoreUnknown)
            {
                // Says that the name is unknown and which ones are known.
                row.Set(name, double.NaN);
            }
        }

        return row.Build();
    }

    private static object? Unwrap(object? value) => value switch
    {
        JsonDocument document => document.RootElement,
        JsonNode node => JsonText.Write(writer => node.WriteTo(writer)),
        _ => value,
    };

    private static KernelParameterMetadata ToParameter(FeatureDescriptor feature)
    {
        string? description = Descriptions.Of(feature);
        JsonElement schema = JsonText.Write(writer =>
        {
            writer.WriteStartObject();
            if (description is not null)
            {
                writer.WriteString("description", description);
            }

            writer.WriteString("type", feature.Type switch
            {
                FeatureType.Integer => "integer",
                FeatureType.Category => "string",
                _ => "number",
            });
            if (feature.Type == FeatureType.Category)
            {
                writer.WriteStartArray("enum");
                foreach (string category in feature.Categories)
                {
                    writer.WriteStringValue(category);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        });
        return new KernelParameterMetadata(feature.Name, JsonText.Options)
        {
            Description = description,
            IsRequired = feature.Required,
            Schema = KernelJsonSchema.Parse(schema.GetRawText()),
        };
    }
}
