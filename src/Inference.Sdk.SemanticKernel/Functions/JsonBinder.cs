using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace Inference.Sdk.SemanticKernel;

/// <summary>Makes inputs of a host's own type, through JSON: one parameter for each property.</summary>
/// <typeparam name="TInput">What is predicted from.</typeparam>
internal sealed class JsonBinder<TInput> : IArgumentBinder<TInput>
{
    private readonly JsonTypeInfo<TInput> _type;
    private readonly bool _ignoreUnknown;
    private readonly Dictionary<string, KernelParameterMetadata> _parameters;

    /// <param name="type">How inputs are read.</param>
    /// <param name="features">What the model tells of its features; <see langword="null"/> where it does not.</param>
    /// <param name="ignoreUnknown">Whether arguments that are no parameter are passed over.</param>
    internal JsonBinder(JsonTypeInfo<TInput> type, FeatureSchema? features, bool ignoreUnknown)
    {
        _type = type;
        _ignoreUnknown = ignoreUnknown;
        JsonElement schema = AIJsonUtilities.CreateJsonSchema(typeof(TInput), serializerOptions: type.Options);
        if (type.Kind != JsonTypeInfoKind.Object || !schema.TryGetProperty("properties", out JsonElement properties))
        {
            throw new ArgumentException(
                $"{typeof(TInput)} is not written as a JSON object with properties, so a function has no parameters to "
                + "make it of. Predict from a class or record with properties.",
                nameof(type));
        }

        HashSet<string> required = schema.TryGetProperty("required", out JsonElement list)
            ? [.. list.EnumerateArray().Select(n => n.GetString()!)]
            : [];
        FeatureNames? names = features is null
            ? null
            : new FeatureNames(features, [.. properties.EnumerateObject().Select(p => p.Name)]);
        Parameters =
        [
            .. properties.EnumerateObject().Select(p => ToParameter(
                p.Name,
                names?.Find(p.Name) is { } feature ? FeatureHints.Add(p.Value, feature) : p.Value,
                required.Contains(p.Name))),
        ];
        _parameters = Parameters.ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<KernelParameterMetadata> Parameters { get; }

    public TInput Bind(IEnumerable<KeyValuePair<string, object?>> arguments)
    {
        var given = new Dictionary<KernelParameterMetadata, object?>();
        foreach ((string name, object? value) in arguments)
        {
            if (_parameters.TryGetValue(name, out KernelParameterMetadata? parameter))
            {
                given[parameter] = value;
            }
            else if (!_ignoreUnknown)
            {
                throw new InvalidRequestException(
                    $"There is no parameter '{name}'. The parameters are: {Join(Parameters)}.", name);
            }
        }

        if (Parameters.FirstOrDefault(p => p.IsRequired && !given.ContainsKey(p)) is { } missing)
        {
            throw new InvalidRequestException(
                $"Parameter '{missing.Name}' is missing. Required are: {Join(Parameters.Where(p => p.IsRequired))}.",
                missing.Name);
        }

        return Read(JsonText.WriteUtf8(writer => Write(writer, given)));
    }

    private static string Join(IEnumerable<KernelParameterMetadata> parameters) =>
        string.Join(", ", parameters.Select(p => p.Name));

    private static KernelParameterMetadata ToParameter(string name, JsonElement schema, bool required) =>
        new(name, JsonText.Options)
        {
            Description = schema.ValueKind == JsonValueKind.Object
                && schema.TryGetProperty("description", out JsonElement text) ? text.GetString() : null,
            IsRequired = required,
            Schema = KernelJsonSchema.Parse(schema.GetRawText()),
        };

    private void Write(Utf8JsonWriter writer, Dictionary<KernelParameterMetadata, object?> given)
    {
        writer.WriteStartObject();
        foreach ((KernelParameterMetadata parameter, object? value) in given)
        {
            writer.WritePropertyName(parameter.Name);
            JsonArgument.Write(writer, parameter, value, _type.Options);
        }

        writer.WriteEndObject();
    }

    private TInput Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json.Span, _type)!;
        }
        catch (JsonException e)
        {
            throw Parameters.FirstOrDefault(p => IsAtOrBelow(e.Path, p.Name)) is { } parameter
                ? JsonArgument.Mismatch(parameter, e)
                : new InvalidRequestException($"The arguments cannot be read: {e.Message}", innerException: e);
        }
    }

    private static bool IsAtOrBelow(string? path, string property) =>
        new[] { $"$.{property}", $"$['{property}']" }.Any(p =>
            path is not null
            && path.StartsWith(p, StringComparison.Ordinal)
            && (path.Length == p.Length || path[p.Length] is '.' or '['));
}
