namespace Inference.Sdk.Tabular;

/// <summary>How a tabular model is loaded. Immutable.</summary>
public sealed record TabularLoadOptions
{
    /// <summary>The defaults: every iteration, the schema beside the model where there is one.</summary>
    public static readonly TabularLoadOptions Default = new();

    /// <summary>Gets the model's name, where neither the model nor its schema tells one; by default the file's name
    /// without extensions.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the path of a schema file that names, types and describes the columns; by default
    /// <c>&lt;model file&gt;.schema.json</c>, where there is such a file.</summary>
    public string? SchemaPath { get; init; }

    /// <summary>Gets the first boosting iteration to use, from 0.</summary>
    /// <remarks>Where several trees are grown in parallel (XGBoost's <c>num_parallel_tree</c>), an iteration is all of
    /// them.</remarks>
    public int FirstIteration { get; init; }

    /// <summary>Gets how many boosting iterations to use, at least 1; <see langword="null"/> for all from
    /// <see cref="FirstIteration"/> on. Use it to stop at the best iteration of early stopping, as
    /// XGBoost's scikit-learn wrappers do: <see cref="TabularModel.BestIteration"/> + 1.</summary>
    public int? IterationCount { get; init; }
}
