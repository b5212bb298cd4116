namespace Inference.Sdk.Tabular;

/// <summary>What a model is parsed from: its file and, where there is one, its schema's.</summary>
/// <param name="Model">The model.</param>
/// <param name="Schema">The schema beside it.</param>
internal sealed record ModelFiles(LoadedContent Model, LoadedContent? Schema)
{
    private const string SchemaSuffix = ".schema.json";

    public static async ValueTask<ModelFiles> ReadAsync(
        string path, TabularLoadOptions options, CancellationToken cancellationToken)
    {
        LoadedContent model = await ContentReader.ReadFileAsync(path, "model", cancellationToken).ConfigureAwait(false);
        return new ModelFiles(
            model,
            SchemaPathOf(path, options) is { } schemaPath
                ? await ContentReader.ReadFileAsync(schemaPath, "schema", cancellationToken).ConfigureAwait(false)
                : null);
    }

    /// <summary>Reads for a caller that cannot wait asynchronously: whoever asks for a predictor's metadata.</summary>
    public static ModelFiles Read(string path, TabularLoadOptions options) => new(
        ContentReader.ReadFile(path, "model"),
        SchemaPathOf(path, options) is { } schemaPath ? ContentReader.ReadFile(schemaPath, "schema") : null);

    public TabularModel Parse(TabularLoadOptions options) => ModelLoader.Load(Model, Schema, options);

    private static string? SchemaPathOf(string path, TabularLoadOptions options) =>
        options.SchemaPath ?? (File.Exists(path + SchemaSuffix) ? path + SchemaSuffix : null);
}
