using System.Globalization;

namespace Inference.Sdk.LlamaCpp.Gguf;

/// <summary>A metadata value of a GGUF file. Immutable.</summary>
public sealed class GgufValue
{
    private readonly object _value;

    internal GgufValue(GgufValueType type, object value, GgufValueType? elementType = null, int count = 1)
    {
        Type = type;
        ElementType = elementType;
        Count = count;
        _value = value;
    }

    /// <summary>Gets the value's type.</summary>
    public GgufValueType Type { get; }

    /// <summary>Gets the type of an array's elements; <see langword="null"/> for a single value.</summary>
    public GgufValueType? ElementType { get; }

    /// <summary>Gets the number of an array's elements; 1 for a single value.</summary>
    public int Count { get; }

    /// <summary>Gets the value: of the .NET type that has the name of <see cref="Type"/>, or for an array an
    /// <see cref="IReadOnlyList{T}"/> of the one that has the name of <see cref="ElementType"/>.</summary>
    public object Value => _value;

    /// <summary>Gets an array's elements.</summary>
    /// <typeparam name="T">The .NET type of the elements.</typeparam>
    /// <returns>The elements, or <see langword="null"/> where this is no array of that type.</returns>
    public IReadOnlyList<T>? AsList<T>() => _value as IReadOnlyList<T>;

    /// <summary>Gets a whole number, whatever its width.</summary>
    /// <returns>The number; <see langword="null"/> where this is none, or is above <see cref="long.MaxValue"/>.</returns>
    public long? AsInt64() => _value switch
    {
        byte v => v,
        sbyte v => v,
        ushort v => v,
        short v => v,
        uint v => v,
        int v => v,
        ulong v => v <= long.MaxValue ? (long)v : null,
        long v => v,
        _ => null,
    };

    /// <summary>Gets a number, whatever its type.</summary>
    /// <returns>The number; <see langword="null"/> where this is none.</returns>
    public double? AsDouble() => _value switch
    {
        float v => v,
        double v => v,
        ulong v => v,
        _ => AsInt64(),
    };

    /// <summary>Gets the value as text; for an array how many elements of what type it has.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Type == GgufValueType.Array
        ? string.Create(CultureInfo.InvariantCulture, $"{ElementType}[{Count}]")
        : Convert.ToString(_value, CultureInfo.InvariantCulture) ?? "";
}
