using System.Text.Json;

namespace Inference.Sdk.Tabular;

/// <summary>Reads JSON front to back.</summary>
internal ref struct JsonDocumentReader : IDocumentReader
{
    private readonly LoadContext _context;
    private readonly ReadOnlySpan<byte> _json;
    private Utf8JsonReader _reader;

    public JsonDocumentReader(ReadOnlySpan<byte> json, LoadContext context)
    {
        _context = context;
        _json = json;
        _reader = new Utf8JsonReader(json);
        Advance();
    }

    public readonly void EnterObject() => Expect(JsonTokenType.StartObject, "an object");

    public bool NextMember(out ReadOnlySpan<byte> name)
    {
        Advance();
        if (_reader.TokenType == JsonTokenType.EndObject)
        {
            name = default;
            return false;
        }

        name = _reader.ValueIsEscaped ? System.Text.Encoding.UTF8.GetBytes(Text()) : _reader.ValueSpan;
        Advance();
        return true;
    }

    public readonly void EnterArray() => Expect(JsonTokenType.StartArray, "an array");

    public bool NextElement()
    {
        Advance();
        return _reader.TokenType != JsonTokenType.EndArray;
    }

    public readonly string ReadString()
    {
        Expect(JsonTokenType.String, "a string");
        return Text();
    }

    public readonly long ReadInteger()
    {
        if (_reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return _reader.TokenType == JsonTokenType.True ? 1 : 0;
        }

        Expect(JsonTokenType.Number, "a whole number");
        return _reader.TryGetInt64(out long value) ? value : throw Unexpected("a whole number");
    }

    public readonly float ReadSingle()
    {
        if (_reader.TokenType == JsonTokenType.Null)
        {
            return float.NaN;
        }

        Expect(JsonTokenType.Number, "a number");
        return _reader.TryGetSingle(out float value) ? value : throw Unexpected("a number");
    }

    public void Skip()
    {
        try
        {
            _reader.Skip();
        }
        catch (JsonException e)
        {
            throw JsonFault.From(e, _json, _context);
        }
    }

    public void End()
    {
        try
        {
            if (_reader.Read())
            {
                throw Unexpected("nothing more");
            }
        }
        catch (JsonException e)
        {
            throw JsonFault.From(e, _json, _context);
        }
    }

    private void Advance()
    {
        try
        {
            _reader.Read();
        }
        catch (JsonException e)
        {
            throw JsonFault.From(e, _json, _context);
        }
    }

    // Text that is no UTF-8, or escapes half a surrogate pair.
    private readonly string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw _context.Corrupt($"the text at byte {_reader.TokenStartIndex} is not Unicode", e);
        }
    }

    private readonly void Expect(JsonTokenType type, string what)
    {
        if (_reader.TokenType != type)
        {
            throw Unexpected(what);
        }
    }

    private readonly ModelLoadException Unexpected(string what) =>
        _context.Corrupt($"{what} is expected at byte {_reader.TokenStartIndex}");
}
