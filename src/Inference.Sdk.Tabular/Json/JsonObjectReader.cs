using System.Text.Json;

namespace Inference.Sdk.Tabular;

/// <summary>Reads one object of a small JSON document and names what is wrong with it by its path. Members nobody asked
/// for are errors, so that a misspelt one is not ignored.</summary>
internal sealed class JsonObjectReader
{
    private readonly JsonElement _element;
    private readonly LoadContext _context;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public JsonObjectReader(JsonElement element, string path, LoadContext context)
    {
        _element = element;
        _context = context;
        Path = path;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw context.Corrupt($"{path} is {Kind(element)}, not an object");
        }
    }

    /// <summary>Gets where the object is in the document.</summary>
    public string Path { get; }

    public string? Text(string name) => Find(name, JsonValueKind.String, "a text") is { } value ? Decode(value, name) : null;

    public string RequiredText(string name) => Text(name) ?? throw Missing(name);

    public bool? Boolean(string name) => Get(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } other => throw Wrong(name, other, "true or false"),
    };

    public double? Number(string name)
    {
        if (Find(name, JsonValueKind.Number, "a number") is not { } value)
        {
            return null;
        }

        return value.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw _context.Corrupt($"{Path}.{name} is beyond the range of numbers");
    }

    public double RequiredNumber(string name) => Number(name) ?? throw Missing(name);

    public JsonObjectReader? Object(string name) =>
        Get(name) is { } value ? new JsonObjectReader(value, $"{Path}.{name}", _context) : null;

    public IReadOnlyList<JsonElement>? Array(string name) =>
        Find(name, JsonValueKind.Array, "a list") is { } value ? [.. value.EnumerateArray()] : null;

    public IReadOnlyList<JsonElement> RequiredArray(string name) => Array(name) ?? throw Missing(name);

    public IReadOnlyList<string>? Texts(string name) => Array(name)?
        .Select((item, i) => item.ValueKind == JsonValueKind.String
            ? Decode(item, $"{name}[{i}]")
            : throw Wrong($"{name}[{i}]", item, "a text"))
        .ToArray();

    /// <summary>Reads an object of numbers by name.</summary>
    public IReadOnlyDictionary<string, double>? Numbers(string name)
    {
        if (Find(name, JsonValueKind.Object, "an object") is not { } value)
        {
            return null;
        }

        var members = new JsonObjectReader(value, $"{Path}.{name}", _context);
        return value.EnumerateObject().Select(member => members.NameOf(member))
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(member => member, members.RequiredNumber, StringComparer.Ordinal);
    }

    /// <summary>Refuses members that were not asked for.</summary>
    public void End()
    {
        foreach (JsonProperty member in _element.EnumerateObject())
        {
            string name = NameOf(member);
            if (!_known.Contains(name))
            {
                throw _context.Corrupt(
                    $"{Path} has a member '{Utf8Text.Shorten(System.Text.Encoding.UTF8.GetBytes(name))}', which "
                    + "is none of: "
                    + string.Join(", ", _known));
            }
        }
    }

    public ModelLoadException Wrong(string name, string what) => _context.Corrupt($"{Path}.{name} {what}");

    private static string Kind(JsonElement element) => $"a JSON {element.ValueKind.ToString().ToLowerInvariant()}";

    private string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException e)
        {
            throw _context.Corrupt($"a name in {Path} is not Unicode", e);
        }
    }

    private string Decode(JsonElement value, string name)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw _context.Corrupt($"{Path}.{name} is not Unicode", e);
        }
    }

    private JsonElement? Get(string name)
    {
        _known.Add(name);
        foreach (JsonProperty member in _element.EnumerateObject())
        {
            if (NameOf(member) == name && member.Value.ValueKind != JsonValueKind.Null)
            {
                return member.Value;
            }
        }

        return null;
    }

    private JsonElement? Find(string name, JsonValueKind kind, string what) =>
        Get(name) is not { } value ? null : value.ValueKind == kind ? value : throw Wrong(name, value, what);

    private ModelLoadException Wrong(string name, JsonElement value, string what) =>
        _context.Corrupt($"{Path}.{name} is {Kind(value)}, not {what}");

    private ModelLoadException Missing(string name) => _context.Corrupt($"{Path} has no '{name}'");
}
