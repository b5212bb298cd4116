using System.Globalization;
using System.Numerics;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Filters;

/// <summary>What filters take by <c>attribute</c>: a path such as <c>function.name</c> or <c>0.id</c>.</summary>
internal sealed class AttributePath
{
    // No sequence has so many items that its positions need more.
    private const int MaxDigits = 20;

    private readonly IReadOnlyList<JinjaValue> _parts;
    private readonly JinjaValue? _otherwise;

    private AttributePath(IReadOnlyList<JinjaValue> parts, JinjaValue? otherwise)
    {
        _parts = parts;
        _otherwise = otherwise;
    }

    /// <summary>Reads a path.</summary>
    /// <param name="path">The path; the item itself where it is left out or none.</param>
    /// <param name="otherwise">What an undefined value is replaced by.</param>
    /// <returns>The path.</returns>
    public static AttributePath Of(JinjaValue? path, JinjaValue? otherwise = null)
    {
        otherwise = otherwise is NoneValue ? null : otherwise;
        return path switch
        {
            null or NoneValue => new AttributePath([], otherwise),
            StringValue text => new AttributePath([.. text.Text.Split('.').Select(ToKey)], otherwise),
            _ => new AttributePath([path], otherwise),
        };
    }

    /// <summary>Gets what the path leads to.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="item">Where it begins.</param>
    /// <returns>The value.</returns>
    public JinjaValue Get(RenderState state, JinjaValue item)
    {
        state.Step(_parts.Count);
        foreach (JinjaValue part in _parts)
        {
            item = Subscript.GetItem(state, item, part);
            if (item is UndefinedValue && _otherwise is not null)
            {
                item = _otherwise;
            }
        }

        return item;
    }

    private static JinjaValue ToKey(string part) =>
        part.Length is > 0 and <= MaxDigits && part.All(char.IsAsciiDigit)
            ? new IntegerValue(BigInteger.Parse(part, CultureInfo.InvariantCulture))
            : new StringValue(part);
}
