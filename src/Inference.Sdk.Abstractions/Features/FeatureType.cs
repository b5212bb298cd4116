namespace Inference.Sdk;

/// <summary>The type of a feature.</summary>
public enum FeatureType
{
    /// <summary>A real number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>One of a fixed list of texts; the model sees its zero-based position in the list.</summary>
    Category,
}
