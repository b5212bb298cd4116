using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Evaluation;

/// <summary>One rendering: its limits, what it has used of them, and where it is. Used by one thread.</summary>
/// <param name="limits">The limits.</param>
/// <param name="clock">What time it is, for <c>strftime_now</c>.</param>
internal sealed class RenderState(TemplateLimits limits, TimeProvider clock)
{
    private long _steps;
    private long _uncharged;
    private int _depth;

    /// <summary>Gets what time it is.</summary>
    public TimeProvider Clock { get; } = clock;

    /// <summary>Gets or sets the line that is being evaluated.</summary>
    public int Line { get; set; }

    /// <summary>Pays for work.</summary>
    /// <param name="count">How many steps.</param>
    /// <exception cref="TemplateException">Too many.</exception>
    public void Step(long count = 1)
    {
        _steps += count;
        if (_steps > limits.MaxSteps)
        {
            throw new TemplateException(
                TemplateErrorKind.Limit, $"The template takes more than {limits.MaxSteps} evaluation steps");
        }
    }

    /// <summary>Pays for a text that grows.</summary>
    /// <param name="length">Its length before.</param>
    /// <param name="growth">By how much it grows.</param>
    /// <exception cref="TemplateException">It gets too long.</exception>
    public void ChargeText(long length, long growth)
    {
        if (length + growth > limits.MaxTextLength)
        {
            throw new TemplateException(
                TemplateErrorKind.Limit, $"The template makes a text of more than {limits.MaxTextLength} characters");
        }

        _uncharged += growth;
        Step(_uncharged / TemplateDefaults.CharactersPerStep);
        _uncharged %= TemplateDefaults.CharactersPerStep;
    }

    /// <summary>Goes one level deeper.</summary>
    /// <exception cref="TemplateException">Too deep.</exception>
    public void Enter()
    {
        if (++_depth > limits.MaxDepth)
        {
            throw new TemplateException(
                TemplateErrorKind.Limit, $"The template nests more than {limits.MaxDepth} levels deep");
        }
    }

    /// <summary>Comes back from one level.</summary>
    public void Leave() => _depth--;

    /// <summary>Gets a value's text: Python's <c>str</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text.</returns>
    public string ToText(JinjaValue value)
    {
        if (value is StringValue text)
        {
            return text.Text;
        }

        var written = new BoundedText(this);
        value.WriteTo(written);
        return written.ToString();
    }

    /// <summary>Makes a text value and pays for it.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value.</returns>
    public StringValue NewText(string text)
    {
        ChargeText(0, text.Length);
        return new StringValue(text);
    }

    /// <summary>Makes a list of a value's items and pays for it.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The items.</returns>
    /// <exception cref="TemplateException">It has none.</exception>
    public List<JinjaValue> ToList(JinjaValue value)
    {
        var items = new List<JinjaValue>();
        foreach (JinjaValue item in Iterate(value))
        {
            items.Add(item);
        }

        return items;
    }

    /// <summary>Goes over a value's items and pays for it.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The items.</returns>
    /// <exception cref="TemplateException">It has none.</exception>
    public IEnumerable<JinjaValue> Iterate(JinjaValue value)
    {
        IEnumerable<JinjaValue> items = value.GetItems()
            ?? throw new TemplateException(TemplateErrorKind.Type, $"'{value.TypeName}' object is not iterable");
        return Pay(items);
    }

    private IEnumerable<JinjaValue> Pay(IEnumerable<JinjaValue> items)
    {
        foreach (JinjaValue item in items)
        {
            Step();
            yield return item;
        }
    }
}
