namespace Inference.Sdk.Tabular;

/// <summary>What a format's loader makes of a file, before it is compiled and its schema completed.</summary>
internal sealed record ParsedModel
{
    /// <summary>Gets the format.</summary>
    public required TabularFormat Format { get; init; }

    /// <summary>Gets the columns as the format tells them.</summary>
    public required IReadOnlyList<FeatureDescriptor> Features { get; init; }

    /// <summary>Gets the schema the file carries, where it carries one.</summary>
    public SchemaDocument? Schema { get; init; }

    /// <summary>Gets whether the format names its columns itself, so that a schema must use the same names.</summary>
    public bool NamesFeatures { get; init; }

    /// <summary>Gets the objective's name, as the format writes it.</summary>
    public required string Objective { get; init; }

    /// <summary>Gets what computes raw scores.</summary>
    public required Kernel Kernel { get; init; }

    /// <summary>Gets what turns raw scores into predictions.</summary>
    public required OutputTransform Transform { get; init; }

    /// <summary>Gets the number of trees that are summed; 0 for a linear model.</summary>
    public int TreeCount { get; init; }

    /// <summary>Gets the number of their leaves.</summary>
    public long LeafCount { get; init; }

    /// <summary>Gets the number of boosting iterations that are summed; 0 for a linear model.</summary>
    public int IterationCount { get; init; }

    /// <summary>Gets the best iteration of early stopping, from 0, where the file tells one that it has.</summary>
    public int? BestIteration { get; init; }

    /// <summary>Gets, for each column, the numbers that are its categories in the order of their codes, where the file
    /// tells; <see langword="null"/> for other columns, and where there are none.</summary>
    public IReadOnlyList<IReadOnlyList<double>?>? CategoryValues { get; init; }

    /// <summary>Gets how many columns the file lists categories of without telling which columns they are.</summary>
    public int UnmatchedCategoryLists { get; init; }
}
