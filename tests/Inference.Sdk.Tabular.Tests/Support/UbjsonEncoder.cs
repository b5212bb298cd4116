using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inference.Sdk.Tabular.Tests;

/// <summary>Writes JSON as UBJSON.</summary>
internal static class UbjsonEncoder
{
    public static byte[] Encode(JsonNode node, UbjsonStyle style)
    {
        using var output = new MemoryStream();
        Write(output, node, style);
        return output.ToArray();
    }

    private static void Write(MemoryStream output, JsonNode node, UbjsonStyle style)
    {
        switch (node)
        {
            case JsonObject json:
                output.WriteByte((byte)'{');
                foreach ((string name, JsonNode? value) in json)
                {
                    Text(output, name);
                    Write(output, value!, style);
                }

                output.WriteByte((byte)'}');
                break;
            case JsonArray array:
                Array(output, array, style);
                break;
            case var _ when node.GetValueKind() == JsonValueKind.String:
                output.WriteByte((byte)'S');
                Text(output, node.GetValue<string>());
                break;
            default:
                float number = Number(node);
                bool isInteger = number == MathF.Truncate(number);
                output.WriteByte(isInteger ? (byte)'l' : (byte)'d');
                Number(output, number, isInteger);
                break;
        }
    }

    private static void Array(MemoryStream output, JsonArray array, UbjsonStyle style)
    {
        output.WriteByte((byte)'[');
        bool numbers = array.Count > 0 && array.All(item => item!.GetValueKind() == JsonValueKind.Number);
        bool typed = style == UbjsonStyle.Typed && numbers;
        bool integers = numbers && array.All(item => Number(item!) == MathF.Truncate(Number(item!)));
        if (typed)
        {
            output.Write([(byte)'$', integers ? (byte)'l' : (byte)'d']);
        }

        if (style != UbjsonStyle.Closed)
        {
            output.WriteByte((byte)'#');
            Length(output, array.Count);
        }

        foreach (JsonNode? item in array)
        {
            if (typed)
            {
                Number(output, Number(item!), integers);
            }
            else
            {
                Write(output, item!, style);
            }
        }

        if (style == UbjsonStyle.Closed)
        {
            output.WriteByte((byte)']');
        }
    }

    private static float Number(JsonNode node) => JsonSerializer.Deserialize<float>(node.ToJsonString());

    private static void Number(MemoryStream output, float number, bool isInteger)
    {
        Span<byte> bytes = stackalloc byte[4];
        if (isInteger)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes, (int)number);
        }
        else
        {
            BinaryPrimitives.WriteSingleBigEndian(bytes, number);
        }

        output.Write(bytes);
    }

    private static void Text(MemoryStream output, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Length(output, bytes.Length);
        output.Write(bytes);
    }

    private static void Length(MemoryStream output, int length)
    {
        output.WriteByte((byte)'L');
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, length);
        output.Write(bytes);
    }
}
