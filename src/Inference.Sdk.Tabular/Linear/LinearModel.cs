namespace Inference.Sdk.Tabular;

/// <summary>A linear or generalized linear model: <c>link(intercept + sum of weight * value)</c>, computed in 64 bits,
/// the products added in the order of the features. Immutable.</summary>
/// <remarks>
/// <para>Made in code, or read from the <c>inference-linear</c> format, whose specification is in the README of this
/// package. <see cref="TabularModel.FromLinear"/> makes it ready to predict; <see cref="WriteAsync"/> writes the
/// format.
/// </para>
/// <example><code>
/// { "format": "inference-linear", "version": 1, "name": "house-price", "intercept": 25000, "link": "identity",
///   "features": [
///     { "name": "sqft", "unit": "sqft", "weight": 140.5, "impute": 1850 },
///     { "name": "location", "type": "category", "categories": ["coast", "city"],
///       "weights": { "coast": 90000, "city": 40000 } } ] }
/// </code></example>
/// </remarks>
public sealed record LinearModel
{
    /// <summary>Gets the model's name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the model's version (<c>modelVersion</c> in the format, whose <c>version</c> is its
    /// own).</summary>
    public string? Version { get; init; }

    /// <summary>Gets what the sum starts from.</summary>
    public double Intercept { get; init; }

    /// <summary>Gets what turns the sum into the prediction.</summary>
    public LinearLink Link { get; init; }

    /// <summary>Gets the columns in the order of a row.</summary>
    public required IReadOnlyList<LinearFeature> Features { get; init; }

    /// <summary>Gets what is predicted.</summary>
    public OutputDescriptor? Output { get; init; }

    /// <summary>Writes the model in the <c>inference-linear</c> format, UTF-8 and indented.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="cancellationToken">Gives up writing.</param>
    /// <returns>A task that ends when all is written and flushed.</returns>
    /// <exception cref="ArgumentException">The model does not hold: a weight is not finite, or weights and categories
    /// differ in number.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async ValueTask WriteAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        LinearModelCheck.Throw(this);
        await stream.WriteAsync(LinearWriter.Write(this), cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
