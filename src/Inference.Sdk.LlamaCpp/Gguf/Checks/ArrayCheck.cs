namespace Inference.Sdk.LlamaCpp.Gguf.Checks;

/// <summary>Checks the arrays that llama.cpp takes as they are: it asserts the type of their elements, and that the sections
/// of a rotation are within a head.</summary>
internal static class ArrayCheck
{
    private const int Sections = 4;

    /// <summary>Checks the arrays.</summary>
    /// <param name="context">The file, its hyperparameters checked.</param>
    /// <param name="headWidth">The width of a head.</param>
    public static void Check(GgufCheckContext context, long headWidth)
    {
        context.OptionalList<string>(context.Key("classifier.output_labels"), GgufValueType.String);
        context.OptionalIntegers(context.Key("deepstack_mapping"));

        // Of the dimensions that a position rotates, how many follow its time, height, width and a further coordinate.
        string key = context.Key("rope.dimension_sections");
        IReadOnlyList<long>? sections = context.OptionalIntegers(key);
        context.Require(
            sections is null
                || (sections.Count == Sections && sections.All(section => section >= 0)
                    && sections.Take(Sections - 1).Any(section => section > 0) && sections.Sum() <= headWidth),
            $"{key} is {string.Join(", ", sections ?? [])}, and it is {Sections} numbers of 0 or more, together 1 to "
            + $"{headWidth}");
    }
}
