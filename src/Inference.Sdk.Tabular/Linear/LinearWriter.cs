using System.Buffers;
using System.Text.Json;

namespace Inference.Sdk.Tabular;

/// <summary>Writes the <c>inference-linear</c> format, version 1.</summary>
internal static class LinearWriter
{
    public static ReadOnlyMemory<byte> Write(LinearModel model)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteString("format", "inference-linear");
        writer.WriteNumber("version", 1);
        WriteText(writer, "name", model.Name);
        WriteText(writer, "modelVersion", model.Version);
        writer.WriteNumber("intercept", model.Intercept);
        writer.WriteString("link", model.Link switch
        {
            LinearLink.Logistic => "logistic",
            LinearLink.Exp => "exp",
            _ => "identity",
        });
        writer.WriteStartArray("features");
        foreach (LinearFeature feature in model.Features)
        {
            WriteFeature(writer, feature);
        }

        writer.WriteEndArray();
        if (model.Output is { } output)
        {
            WriteOutput(writer, output);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteFeature(Utf8JsonWriter writer, LinearFeature linear)
    {
        FeatureDescriptor feature = linear.Feature;
        writer.WriteStartObject();
        writer.WriteString("name", feature.Name);
        writer.WriteString("type", feature.Type switch
        {
            FeatureType.Integer => "integer",
            FeatureType.Category => "category",
            _ => "number",
        });
        if (feature.Type == FeatureType.Category)
        {
            writer.WriteStartArray("categories");
            foreach (string category in feature.Categories)
            {
                writer.WriteStringValue(category);
            }

            writer.WriteEndArray();
            writer.WriteStartObject("weights");
            for (int i = 0; i < feature.Categories.Count; i++)
            {
                writer.WriteNumber(feature.Categories[i], linear.CategoryWeights[i]);
            }

            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNumber("weight", linear.Weight);
        }

        if (linear.Impute is { } impute)
        {
            if (feature.Type == FeatureType.Category)
            {
                writer.WriteString("impute", feature.Categories[(int)impute]);
            }
            else
            {
                writer.WriteNumber("impute", impute);
            }
        }

        WriteNumber(writer, "min", feature.Minimum);
        WriteNumber(writer, "max", feature.Maximum);
        WriteText(writer, "unit", feature.Unit);
        WriteText(writer, "description", feature.Description);
        writer.WriteEndObject();
    }

    private static void WriteOutput(Utf8JsonWriter writer, OutputDescriptor output)
    {
        writer.WriteStartObject("output");
        writer.WriteString("name", output.Name);
        writer.WriteString("type", "number");
        WriteText(writer, "unit", output.Unit);
        WriteNumber(writer, "digits", output.Digits);
        WriteText(writer, "description", output.Description);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }
}
