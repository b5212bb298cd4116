namespace Inference.Sdk.Tabular;

/// <summary>Options of one registered tabular predictor, bound from the configuration section of its name.</summary>
public sealed class TabularOptions
{
    /// <summary>Gets or sets the model's file. Required. A relative path starts at the current directory of the
    /// process.</summary>
    public string? ModelPath { get; set; }

    /// <summary>Gets or sets the schema's file; by default <c>&lt;model file&gt;.schema.json</c>, where there is such a
    /// file.</summary>
    public string? SchemaPath { get; set; }

    /// <summary>Gets or sets the first boosting iteration to use, from 0, the default.</summary>
    public int FirstIteration { get; set; }

    /// <summary>Gets or sets how many boosting iterations to use, at least 1; <see langword="null"/>, the default, for
    /// all. A warning is logged where early stopping found fewer best.</summary>
    public int? IterationCount { get; set; }
}
