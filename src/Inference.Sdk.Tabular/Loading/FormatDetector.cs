using System.Text.Json;

namespace Inference.Sdk.Tabular;

/// <summary>Tells the format from the content. File extensions say nothing: <c>.txt</c>, <c>.model</c> and <c>.bin</c>
/// are all in use.</summary>
internal static class FormatDetector
{
    public static TabularFormat Detect(ReadOnlySpan<byte> content, LoadContext context)
    {
        ReadOnlySpan<byte> text = Utf8Text.TrimStart(content);
        if (text.IsEmpty)
        {
            throw context.Truncated(content.IsEmpty ? "it is empty" : "it is blank");
        }

        if (text.StartsWith("tree"u8) && (text.Length == 4 || text[4] is (byte)'\n' or (byte)'\r'))
        {
            return TabularFormat.LightGbmText;
        }

        if (text[0] == '{')
        {
            // After the brace of a UBJSON object comes the type of its first key's length; of a JSON object, never a
            // letter.
            return text.Length > 1 && char.IsAsciiLetter((char)text[1])
                ? TabularFormat.XGBoostUbjson
                : DetectJson(text, context);
        }

        throw Foreign(content, context) ?? context.UnknownFormat("its first bytes are neither a LightGBM header nor JSON");
    }

    private static TabularFormat DetectJson(ReadOnlySpan<byte> text, LoadContext context)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isFormat = reader.ValueSpan.SequenceEqual("format"u8);
                if (reader.ValueSpan.SequenceEqual("learner"u8))
                {
                    return TabularFormat.XGBoostJson;
                }

                if (reader.ValueSpan.SequenceEqual("tree_info"u8))
                {
                    throw context.Unsupported(
                        "it is the JSON of LightGBM's dump_model, which leaves digits out", "Write it with save_model.");
                }

                reader.Read();
                if (isFormat && reader.TokenType == JsonTokenType.String)
                {
                    return reader.ValueSpan.SequenceEqual("inference-linear"u8)
                        ? TabularFormat.Linear
                        : throw context.UnknownFormat(
                            $"its \"format\" is \"{Utf8Text.Shorten(reader.ValueSpan)}\"");
                }

                reader.Skip();
            }
        }
        catch (JsonException e)
        {
            throw JsonFault.From(e, text, context);
        }

        throw context.UnknownFormat("it is JSON with neither a \"learner\" nor a \"format\"");
    }

    private static ModelLoadException? Foreign(ReadOnlySpan<byte> content, LoadContext context)
    {
        if (content.StartsWith("PK\x03\x04"u8))
        {
            return context.Unsupported(
                "it is a zip archive, as ML.NET saves models", "Export the trees from LightGBM or XGBoost.");
        }

        if (content.StartsWith("GGUF"u8))
        {
            return context.Unsupported(
                "it is a GGUF language model", "Load it with the Inference.Sdk.LlamaCpp package.");
        }

        if (content.StartsWith("binf"u8) || content.StartsWith("bs64"u8) || content.StartsWith("CONFIG-offset:"u8))
        {
            return context.Unsupported(
                "it is in XGBoost's old binary format", "Load it in XGBoost 2 or older and save it to a name ending in .json.");
        }

        if (content[0] == 0x80 && content.Length > 1 && content[1] is >= 2 and <= 5)
        {
            return context.Unsupported(
                "it is a Python pickle", "Save the booster itself: save_model, to a name ending in .txt or .json.");
        }

        // A protocol buffer whose first field is ONNX's ir_version and whose second is its producer's name.
        return content.Length > 3 && content[0] == 0x08 && content[2] is 0x12 or 0x1A or 0x3A
            ? context.Unsupported(
                "it is an ONNX graph, as far as its first bytes tell",
                "Save the model it was converted from: save_model of LightGBM or XGBoost.")
            : null;
    }
}
