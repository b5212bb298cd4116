using System.Text.Json;

namespace Inference.Sdk.SemanticKernel;

/// <summary>Adds what a model's schema tells of a feature to the parameter of a host's property of that name.</summary>
/// <remarks>The property's own schema goes first: it says what its type can be read from. The feature adds what that
/// leaves open.</remarks>
internal static class FeatureHints
{
    /// <summary>Adds a feature's categories, meaning, unit and range to a property's schema.</summary>
    /// <param name="schema">The property's schema, as its type tells it.</param>
    /// <param name="feature">The feature.</param>
    /// <returns>The schema of both.</returns>
    internal static JsonElement Add(JsonElement schema, FeatureDescriptor feature)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            // The schema "true", of a property that takes anything.
            schema = JsonText.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteEndObject();
            });
        }

        string? description = Describe(schema, feature);
        return JsonText.Write(writer =>
        {
            writer.WriteStartObject();
            if (description is not null)
            {
                writer.WriteString("description", description);
            }

            foreach (JsonProperty property in schema.EnumerateObject().Where(p => p.Name != "description"))
            {
                property.WriteTo(writer);
            }

            if (feature.Type == FeatureType.Category && IsOpenText(schema, out bool nullable))
            {
                WriteCategories(writer, feature, nullable);
            }

            writer.WriteEndObject();
        });
    }

    // The host's words stand for the feature's meaning and unit, and its limits for the range seen in training.
    private static string? Describe(JsonElement schema, FeatureDescriptor feature)
    {
        if (schema.TryGetProperty("description", out JsonElement own))
        {
            feature = feature with { Description = own.GetString(), Unit = null };
        }

        if (schema.TryGetProperty("minimum", out _) || schema.TryGetProperty("maximum", out _))
        {
            feature = feature with { Minimum = null, Maximum = null };
        }

        return Descriptions.Of(feature);
    }

    /// <summary>Whether a schema takes every text. One of an enumeration, or with allowed values, does not.</summary>
    private static bool IsOpenText(JsonElement schema, out bool nullable)
    {
        nullable = false;
        if (schema.TryGetProperty("enum", out _) || !schema.TryGetProperty("type", out JsonElement type))
        {
            return false;
        }

        if (type.ValueKind != JsonValueKind.Array)
        {
            return type.ValueEquals("string");
        }

        string?[] types = [.. type.EnumerateArray().Select(t => t.GetString())];
        nullable = types.Contains("null");
        return types.Contains("string") && types.Length == (nullable ? 2 : 1);
    }

    private static void WriteCategories(Utf8JsonWriter writer, FeatureDescriptor feature, bool nullable)
    {
        writer.WriteStartArray("enum");
        foreach (string category in feature.Categories)
        {
            writer.WriteStringValue(category);
        }

        if (nullable)
        {
            writer.WriteNullValue();
        }

        writer.WriteEndArray();
    }
}
