namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>A file under check, with typed access that throws where a value is missing or of another type.</summary>
internal sealed class GgufCheckContext
{
    /// <summary>Makes a context.</summary>
    /// <param name="file">The file.</param>
    public GgufCheckContext(GgufFile file)
    {
        File = file;
        Architecture = RequireString("general.architecture");
        Tensors = file.Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
    }

    /// <summary>Gets the file.</summary>
    public GgufFile File { get; }

    /// <summary>Gets the model's architecture.</summary>
    public string Architecture { get; }

    /// <summary>Gets the tensors by name.</summary>
    public IReadOnlyDictionary<string, GgufTensor> Tensors { get; }

    /// <summary>Makes the key of one of the architecture's hyperparameters.</summary>
    public string Key(string name) => $"{Architecture}.{name}";

    /// <summary>Makes an error.</summary>
    public ModelLoadException Error(string wrong, ModelLoadError reason = ModelLoadError.Corrupt) => new(
        reason, File.Path,
        $"{File.Path} cannot be loaded: {wrong}. "
        + (reason == ModelLoadError.Corrupt ? "Fetch it again, or convert the model again." : "Use another model."));

    /// <summary>Throws an error where something does not hold.</summary>
    public void Require(bool holds, string wrong)
    {
        if (!holds)
        {
            throw Error(wrong);
        }
    }

    /// <summary>Gets a text that must be there.</summary>
    public string RequireString(string key) => OptionalString(key) ?? throw Error($"the metadata has no {key}");

    /// <summary>Gets a text that may be missing.</summary>
    public string? OptionalString(string key) => Optional<string>(key, GgufValueType.String);

    /// <summary>Gets an unsigned 32-bit number that must be there.</summary>
    public uint RequireUInt32(string key) => OptionalUInt32(key) ?? throw Error($"the metadata has no {key}");

    /// <summary>Gets an unsigned 32-bit number that may be missing.</summary>
    public uint? OptionalUInt32(string key) =>
        File.Metadata.TryGetValue(key, out GgufValue? value)
            ? value.Value is uint number ? number : throw WrongType(key, value, GgufValueType.UInt32)
            : null;

    /// <summary>Gets a truth value that may be missing.</summary>
    public bool? OptionalBoolean(string key) =>
        File.Metadata.TryGetValue(key, out GgufValue? value)
            ? value.Value is bool truth ? truth : throw WrongType(key, value, GgufValueType.Boolean)
            : null;

    /// <summary>Gets a finite 32-bit floating-point number that may be missing.</summary>
    public float? OptionalFloat(string key)
    {
        if (!File.Metadata.TryGetValue(key, out GgufValue? value))
        {
            return null;
        }

        float number = value.Value is float f ? f : throw WrongType(key, value, GgufValueType.Float32);
        Require(float.IsFinite(number), $"{key} is {number}");
        return number;
    }

    /// <summary>Tells whether a value is there and an array.</summary>
    public bool IsArray(string key) =>
        File.Metadata.TryGetValue(key, out GgufValue? value) && value.Type == GgufValueType.Array;

    /// <summary>Gets an array that may be missing.</summary>
    public IReadOnlyList<T>? OptionalList<T>(string key, GgufValueType element)
    {
        if (!File.Metadata.TryGetValue(key, out GgufValue? value))
        {
            return null;
        }

        return value.ElementType == element && value.AsList<T>() is { } list
            ? list
            : throw Error($"{key} is {Describe(value)}, and it is an array of {element}");
    }

    /// <summary>Gets a number for each layer: one for all of them, or an array with one for each.</summary>
    public IReadOnlyList<long>? OptionalPerLayer(string key, int layers)
    {
        if (!File.Metadata.TryGetValue(key, out GgufValue? value))
        {
            return null;
        }

        long[]? numbers = value.Value switch
        {
            uint number => Enumerable.Repeat((long)number, layers).ToArray(),
            IReadOnlyList<uint> list => list.Select(number => (long)number).ToArray(),
            IReadOnlyList<int> list => list.Select(number => (long)number).ToArray(),
            IReadOnlyList<bool> list => list.Select(truth => truth ? 1L : 0L).ToArray(),
            _ => null,
        };
        return numbers is null ? throw WrongType(key, value, GgufValueType.UInt32)
            : numbers.Length == layers ? numbers
            : throw Error($"{key} has {numbers.Length} elements for {layers} layers");
    }

    /// <summary>Gets an array of 32-bit whole numbers that may be missing.</summary>
    public IReadOnlyList<long>? OptionalIntegers(string key)
    {
        if (!File.Metadata.TryGetValue(key, out GgufValue? value))
        {
            return null;
        }

        return value.Value switch
        {
            IReadOnlyList<uint> list => list.Select(number => (long)number).ToArray(),
            IReadOnlyList<int> list => list.Select(number => (long)number).ToArray(),
            _ => throw Error($"{key} is {Describe(value)}, and it is an array of {GgufValueType.Int32}"),
        };
    }

    private T? Optional<T>(string key, GgufValueType type)
        where T : class
        => File.Metadata.TryGetValue(key, out GgufValue? value)
            ? value.Value as T ?? throw WrongType(key, value, type)
            : null;

    private ModelLoadException WrongType(string key, GgufValue value, GgufValueType expected) =>
        Error($"{key} is {Describe(value)}, and it is of type {expected}");

    private static string Describe(GgufValue value) => value.Type == GgufValueType.Array
        ? $"an array of {value.ElementType}"
        : $"of type {value.Type}";
}
