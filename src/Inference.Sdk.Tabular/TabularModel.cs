namespace Inference.Sdk.Tabular;

/// <summary>A loaded tabular model: its schema, its identity, and what computes its predictions.</summary>
/// <remarks>
/// <para>Immutable and safe for any number of concurrent callers. It holds managed memory only, so there is nothing to
/// dispose.</para>
/// <para>Predict with <see cref="TabularPredictor"/>, or <see cref="TabularPredictor{TInput}"/> for inputs of your own
/// type.</para>
/// </remarks>
public sealed class TabularModel
{
    internal TabularModel(ParsedModel parsed, FeatureSchema schema, OutputDescriptor output, ModelIdentity identity)
    {
        Kernel = parsed.Kernel;
        Transform = parsed.Transform;
        Schema = schema;
        Output = output;
        Identity = identity;
        Format = parsed.Format;
        Objective = parsed.Objective;
        TreeCount = parsed.TreeCount;
        LeafCount = parsed.LeafCount;
        IterationCount = parsed.IterationCount;
        BestIteration = parsed.BestIteration;
        UnmatchedCategoryLists = parsed.UnmatchedCategoryLists;
        Codes = CategoryCodes.Make(parsed.CategoryValues, schema);
    }

    /// <summary>Gets the columns of a row, in the model's order.</summary>
    public FeatureSchema Schema { get; }

    /// <summary>Gets what is predicted.</summary>
    public OutputDescriptor Output { get; }

    /// <summary>Gets the name, version, format and SHA-256 of the model.</summary>
    public ModelIdentity Identity { get; }

    /// <summary>Gets the format it was loaded from.</summary>
    public TabularFormat Format { get; }

    /// <summary>Gets the objective, as the format writes it, such as <c>binary sigmoid:1</c> or
    /// <c>reg:squarederror</c>; for a linear model, its link.</summary>
    public string Objective { get; }

    /// <summary>Gets the number of trees a prediction walks; 0 for a linear model.</summary>
    public int TreeCount { get; }

    /// <summary>Gets the number of their leaves.</summary>
    public long LeafCount { get; }

    /// <summary>Gets the best iteration of early stopping, from 0, where an XGBoost model tells.</summary>
    /// <value>Predictions use every iteration unless <see cref="TabularLoadOptions.IterationCount"/> says otherwise, as
    /// XGBoost's <c>Booster.predict</c> does. Its scikit-learn wrappers use <c>BestIteration + 1</c> of them.</value>
    public int? BestIteration { get; }

    /// <summary>Gets the number of boosting iterations a prediction uses.</summary>
    internal int IterationCount { get; }

    /// <summary>Gets how many columns the file lists categories of without telling which columns they are.</summary>
    internal int UnmatchedCategoryLists { get; }

    /// <summary>Gets the codes of numeric categories, column by column; <see langword="null"/> where there are
    /// none.</summary>
    internal CategoryCodes?[]? Codes { get; }

    internal Kernel Kernel { get; }

    internal OutputTransform Transform { get; }

    /// <summary>Loads a model from a file, whose format is told from its content.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How, or <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Gives up reading; parsing, once begun, is not interrupted.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ModelLoadException">There is no such file, or it cannot be read, or it is no valid model, or
    /// needs something this engine does not do; <see cref="ModelLoadException.Reason"/> tells which.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async ValueTask<TabularModel> LoadAsync(
        string path, TabularLoadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= TabularLoadOptions.Default;
        return (await ModelFiles.ReadAsync(path, options, cancellationToken).ConfigureAwait(false)).Parse(options);
    }

    /// <summary>Loads a model from a stream, whose format is told from its content.</summary>
    /// <param name="stream">The stream, read from where it stands to its end and left open.</param>
    /// <param name="options">How, or <see langword="null"/> for the defaults. A schema is read only where
    /// <see cref="TabularLoadOptions.SchemaPath"/> names its file.</param>
    /// <param name="cancellationToken">Gives up reading; parsing, once begun, is not interrupted.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ModelLoadException">The content is no valid model, or needs something this engine does not do;
    /// <see cref="ModelLoadException.Reason"/> tells which.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async ValueTask<TabularModel> LoadAsync(
        Stream stream, TabularLoadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= TabularLoadOptions.Default;
        LoadedContent content = await ContentReader.ReadStreamAsync(stream, cancellationToken).ConfigureAwait(false);
        LoadedContent? sidecar = options.SchemaPath is { } schemaPath
            ? await ContentReader.ReadFileAsync(schemaPath, "schema", cancellationToken).ConfigureAwait(false)
            : null;
        return ModelLoader.Load(content, sidecar, options);
    }

    /// <summary>Makes a linear model ready to predict.</summary>
    /// <param name="model">The linear model.</param>
    /// <returns>The model. Its identity has no hash, since it has no file.</returns>
    /// <exception cref="ArgumentException">The model does not hold: a weight is not finite, weights and categories
    /// differ in number, or two features have one name.</exception>
    public static TabularModel FromLinear(LinearModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        LinearModelCheck.Throw(model);
        ParsedModel parsed = LinearLoader.Compile(model);
        var identity = new ModelIdentity
        {
            Name = model.Name ?? "linear",
            Version = model.Version,
            Format = TabularFormatNames.Of(TabularFormat.Linear),
        };
        return new TabularModel(
            parsed, new FeatureSchema(parsed.Features), model.Output ?? new OutputDescriptor(), identity);
    }
}
