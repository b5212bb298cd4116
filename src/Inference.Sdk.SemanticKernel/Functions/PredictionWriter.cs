using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace Inference.Sdk.SemanticKernel;

/// <summary>Writes predicted values as JSON objects. Safe for concurrent use.</summary>
/// <typeparam name="TOutput">What is predicted.</typeparam>
/// <remarks>A value that is no object becomes the one property of an object, named by its descriptor, so that a
/// language model reads what the number is.</remarks>
internal sealed class PredictionWriter<TOutput>
{
    private readonly JsonTypeInfo<TOutput> _type;
    private readonly OutputDescriptor _output;
    private readonly bool _wraps;

    internal PredictionWriter(JsonTypeInfo<TOutput> type, OutputDescriptor output)
    {
        _type = type;
        _output = output;
        _wraps = type.Kind is not (JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary);
        string? description = Descriptions.Of(output);
        JsonElement schema = AIJsonUtilities.CreateJsonSchema(
            typeof(TOutput), _wraps ? description : null, serializerOptions: type.Options);
        Result = new KernelReturnParameterMetadata(JsonText.Options)
        {
            Description = description,
            ParameterType = typeof(JsonElement),
            Schema = KernelJsonSchema.Parse((_wraps ? WrapSchema(schema) : schema).GetRawText()),
        };
    }

    /// <summary>Gets the schema of what is written.</summary>
    internal KernelReturnParameterMetadata Result { get; }

    /// <summary>Writes a value.</summary>
    /// <exception cref="EngineException">The value is one that JSON does not have, such as NaN.</exception>
    internal JsonElement Write(TOutput value)
    {
        JsonElement json;
        try
        {
            json = JsonSerializer.SerializeToElement(value, _type);
        }
        catch (ArgumentException e)
        {
            throw new EngineException(
                $"The predicted value of '{_output.Name}' is not one that JSON can hold: it is NaN or infinite. Look "
                + "for inputs far beyond what the model was trained on.",
                e);
        }

        return _wraps ? Wrap(json) : json;
    }

    private JsonElement Wrap(JsonElement value) => JsonText.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName(_output.Name);
        if (_output.Digits is { } digits && value.ValueKind == JsonValueKind.Number
            && value.TryGetDecimal(out decimal number))
        {
            writer.WriteNumberValue(decimal.Round(number, digits, MidpointRounding.AwayFromZero));
        }
        else
        {
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    });

    private JsonElement WrapSchema(JsonElement schema) => JsonText.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        writer.WritePropertyName(_output.Name);
        schema.WriteTo(writer);
        writer.WriteEndObject();
        writer.WriteStartArray("required");
        writer.WriteStringValue(_output.Name);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
