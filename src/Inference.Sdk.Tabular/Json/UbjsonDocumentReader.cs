using System.Buffers.Binary;
using System.Text;

namespace Inference.Sdk.Tabular;

/// <summary>Reads UBJSON (draft 12, with the unsigned types XGBoost adds) front to back. Lengths and counts are
/// compared with the bytes that are left before anything is done with them.</summary>
internal ref struct UbjsonDocumentReader : IDocumentReader
{
    private const int MaxDepth = 64;

    private readonly ReadOnlySpan<byte> _data;
    private readonly LoadContext _context;
    private readonly Stack<UbjsonFrame> _frames = new();
    private int _position;
    private byte _type;

    public UbjsonDocumentReader(ReadOnlySpan<byte> data, LoadContext context)
    {
        _data = data;
        _context = context;
        _type = Byte();
    }

    public void EnterObject() => Enter((byte)'{', "an object");

    public bool NextMember(out ReadOnlySpan<byte> name)
    {
        if (!Next())
        {
            name = default;
            return false;
        }

        name = Text(Byte());
        SetType();
        return true;
    }

    public void EnterArray() => Enter((byte)'[', "an array");

    public bool NextElement()
    {
        if (!Next())
        {
            return false;
        }

        SetType();
        return true;
    }

    public string ReadString() => _type switch
    {
        (byte)'S' => Encoding.UTF8.GetString(Text(Byte())),
        (byte)'C' => ((char)Byte()).ToString(),
        _ => throw Unexpected("a string"),
    };

    public long ReadInteger() => _type switch
    {
        (byte)'T' => 1,
        (byte)'F' => 0,
        _ => Integer(_type),
    };

    public float ReadSingle() => _type switch
    {
        (byte)'d' => BinaryPrimitives.ReadSingleBigEndian(Take(4)),
        (byte)'D' => (float)BinaryPrimitives.ReadDoubleBigEndian(Take(8)),
        _ => Integer(_type),
    };

    public void Skip()
    {
        int depth = _frames.Count;
        SkipScalarOrOpen();
        while (_frames.Count > depth)
        {
            UbjsonFrame frame = _frames.Peek();
            if (frame.Type != 0 && !frame.IsObject && SizeOf(frame.Type) is int size and > 0)
            {
                Take(frame.Remaining * size);
                _frames.Pop();
            }
            else if (frame.IsObject ? NextMember(out _) : NextElement())
            {
                SkipScalarOrOpen();
            }
        }
    }

    public readonly void End()
    {
        if (_position < _data.Length)
        {
            throw Unexpected("nothing more");
        }
    }

    private static int SizeOf(byte type) => (char)type switch
    {
        'i' or 'U' or 'C' => 1,
        'I' or 'u' => 2,
        'l' or 'm' or 'd' => 4,
        'L' or 'M' or 'D' => 8,
        _ => 0,
    };

    private void SkipScalarOrOpen()
    {
        switch ((char)_type)
        {
            case '{' or '[':
                Open(_type == '{');
                break;
            case 'S' or 'H':
                Text(Byte());
                break;
            case 'T' or 'F' or 'Z':
                break;
            default:
                int size = SizeOf(_type);
                Take(size > 0 ? size : throw Unexpected("a value"));
                break;
        }
    }

    private void Enter(byte type, string what)
    {
        if (_type != type)
        {
            throw Unexpected(what);
        }

        Open(type == '{');
    }

    private void Open(bool isObject)
    {
        byte type = 0;
        long count = -1;
        if (_frames.Count == MaxDepth)
        {
            throw _context.Corrupt($"it is nested more than {MaxDepth} deep at byte {_position}");
        }

        if (Peek() == '$')
        {
            Byte();
            type = Byte();
            if (SizeOf(type) == 0 && type is not ((byte)'S' or (byte)'[' or (byte)'{'))
            {
                throw Unexpected("a type that takes room");
            }

            if (Peek() != '#')
            {
                throw Unexpected("a count");
            }
        }

        if (Peek() == '#')
        {
            Byte();
            count = Integer(Byte());
            long smallest = count * Math.Max(1, SizeOf(type));
            if (count < 0 || count > _data.Length || smallest > _data.Length - _position)
            {
                throw _context.Truncated($"{count} values are announced at byte {_position} and "
                    + $"{_data.Length - _position} bytes are left");
            }
        }

        _frames.Push(new UbjsonFrame(isObject, type, count));
    }

    private bool Next()
    {
        UbjsonFrame frame = _frames.Pop();
        if (frame.Remaining == 0)
        {
            return false;
        }

        if (frame.Remaining > 0)
        {
            _frames.Push(frame with { Remaining = frame.Remaining - 1 });
            return true;
        }

        if (Peek() == (frame.IsObject ? '}' : ']'))
        {
            Byte();
            return false;
        }

        _frames.Push(frame);
        return true;
    }

    private void SetType()
    {
        byte type = _frames.Peek().Type;
        _type = type != 0 ? type : Byte();
    }

    private long Integer(byte type) => (char)type switch
    {
        'i' => (sbyte)Byte(),
        'U' => Byte(),
        'I' => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
        'u' => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
        'l' => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
        'm' => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
        'L' => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
        'M' => BinaryPrimitives.ReadUInt64BigEndian(Take(8)) is var value and <= long.MaxValue
            ? (long)value
            : throw Unexpected("a number of 63 bits"),
        _ => throw Unexpected("a number"),
    };

    private ReadOnlySpan<byte> Text(byte lengthType) => Take(Integer(lengthType));

    private readonly byte Peek() => _position < _data.Length ? _data[_position] : throw Ended(1);

    private byte Byte() => Take(1)[0];

    private ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0)
        {
            throw Unexpected("a length");
        }

        if (count > _data.Length - _position)
        {
            throw Ended(count);
        }

        ReadOnlySpan<byte> taken = _data.Slice(_position, (int)count);
        _position += (int)count;
        return taken;
    }

    private readonly ModelLoadException Ended(long count) =>
        _context.Truncated($"{count} bytes are expected at byte {_position} and {_data.Length - _position} are left");

    private readonly ModelLoadException Unexpected(string what) =>
        _context.Corrupt($"{what} is expected at byte {_position}");
}
