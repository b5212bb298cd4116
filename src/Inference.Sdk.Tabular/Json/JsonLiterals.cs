namespace Inference.Sdk.Tabular;

/// <summary>XGBoost writes numbers that are not finite as <c>NaN</c> and <c>Infinity</c>, which JSON does not have: the
/// unused thresholds of categorical splits are NaN.</summary>
internal static class JsonLiterals
{
    private static ReadOnlySpan<byte> NaN => "NaN"u8;

    private static ReadOnlySpan<byte> Infinity => "Infinity"u8;

    /// <summary>Writes them as <c>null</c> and as a number too large, which are read as NaN and infinity.</summary>
    /// <returns>The text itself where there are none.</returns>
    public static ReadOnlySpan<byte> Normalize(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf(NaN) < 0 && json.IndexOf(Infinity) < 0)
        {
            return json;
        }

        var output = new MemoryStream(json.Length + (json.Length / 16));
        int copied = 0;
        int at = 0;
        while (at < json.Length)
        {
            int skip = json[at..].IndexOfAny("\"NI"u8);
            if (skip < 0)
            {
                break;
            }

            at += skip;
            bool isNaN = json[at..].StartsWith(NaN);
            if (json[at] == '"')
            {
                at = EndOfString(json, at + 1);
            }
            else if (isNaN || json[at..].StartsWith(Infinity))
            {
                output.Write(json[copied..at]);
                output.Write(isNaN ? "null"u8 : "1e999"u8);
                at += isNaN ? NaN.Length : Infinity.Length;
                copied = at;
            }
            else
            {
                at++;
            }
        }

        output.Write(json[copied..]);
        return output.GetBuffer().AsSpan(0, (int)output.Length);
    }

    private static int EndOfString(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length)
        {
            int skip = json[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (skip < 0)
            {
                return json.Length;
            }

            at += skip;
            if (json[at] == '"')
            {
                return at + 1;
            }

            at += 2;
        }

        return json.Length;
    }
}
