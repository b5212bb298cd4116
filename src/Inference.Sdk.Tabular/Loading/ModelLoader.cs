using System.Security.Cryptography;
using Inference.Sdk.Tabular.LightGbm;
using Inference.Sdk.Tabular.XGBoost;

namespace Inference.Sdk.Tabular;

/// <summary>The whole way from bytes to a model: detect the format, load it, complete its schema, identify
/// it.</summary>
internal static class ModelLoader
{
    public static TabularModel Load(LoadedContent content, LoadedContent? sidecar, TabularLoadOptions options)
    {
        var context = new LoadContext(content.Path, content.Bytes.Length);
        ParsedModel parsed = Parse(content.Bytes, options, context);
        SchemaDocument? document = parsed.Schema;
        LoadContext schemaContext = context;
        if (sidecar is not null)
        {
            schemaContext = new LoadContext(sidecar.Path, sidecar.Bytes.Length, "schema");
            document = SchemaDocumentReader.Read(sidecar.Bytes, "schema", schemaContext);
        }

        FeatureSchema schema = SchemaMerge.Merge(parsed, document, schemaContext);
        var identity = new ModelIdentity
        {
            Name = document?.Name ?? parsed.Schema?.Name ?? options.Name ?? FileName(content.Path) ?? "model",
            Version = document?.Version ?? parsed.Schema?.Version,
            Format = TabularFormatNames.Of(parsed.Format),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Bytes.Span)),
        };
        return new TabularModel(
            parsed, schema, document?.Output ?? parsed.Schema?.Output ?? new OutputDescriptor(), identity);
    }

    private static ParsedModel Parse(ReadOnlyMemory<byte> bytes, TabularLoadOptions options, LoadContext context)
    {
        TabularFormat format = FormatDetector.Detect(bytes.Span, context);
        switch (format)
        {
            case TabularFormat.LightGbmText:
                return LightGbmLoader.Load(bytes.Span, options, context);
            case TabularFormat.XGBoostJson:
                ReadOnlySpan<byte> text = JsonLiterals.Normalize(Utf8Text.TrimStart(bytes.Span));
                var json = new JsonDocumentReader(text, context);
                return new XGBoostLoader(
                    new XGBoostDocumentReader<JsonDocumentReader>(context).Read(ref json), options, context).Load(format);
            case TabularFormat.Linear:
                return LinearLoader.Load(bytes, options, context);
            case TabularFormat.XGBoostUbjson:
                var ubjson = new UbjsonDocumentReader(bytes.Span, context);
                return new XGBoostLoader(
                    new XGBoostDocumentReader<UbjsonDocumentReader>(context).Read(ref ubjson), options, context).Load(format);
            default:
                throw new InvalidOperationException($"No loader reads {format}.");
        }
    }

    // house-price.xgb.json is called house-price: what follows the first dot is the format.
    private static string? FileName(string? path)
    {
        string? name = Path.GetFileName(path);
        int dot = name?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return string.IsNullOrEmpty(name) ? null : dot > 0 ? name[..dot] : name;
    }
}
