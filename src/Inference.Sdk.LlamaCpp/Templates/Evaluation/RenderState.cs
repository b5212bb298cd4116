using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Templates.Evaluation;

/// <summary>One rendering: its limits, what it has used of them, and where it is. Used by one thread.</summary>
/// <param name="limits">The limits.</param>
/// <param name="clock">What time it is, for <c>strftime_now</c>.</param>
/// <param name="cancellationToken">Gives up the rendering, at its next step.</param>
internal sealed class RenderState(
    TemplateLimits limits, TimeProvider clock, CancellationToken cancellationToken = default)
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
    /// <exception cref="OperationCanceledException">The rendering is given up.</exception>
    public void Step(long count = 1)
    {
        cancellationToken.ThrowIfCancellationRequested();
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

        ChargeReading(growth);
    }

    /// <summary>Pays for going over a text, or for a copy that is no longer than it.</summary>
    /// <param name="length">The text's length.</param>
    /// <exception cref="TemplateException">Too many steps.</exception>
    public void ChargeReading(long length)
    {
        _uncharged += length;
        Step(_uncharged / TemplateDefaults.CharactersPerStep);
        _uncharged %= TemplateDefaults.CharactersPerStep;
    }

    /// <summary>Pays for going over the texts among what a function, a filter or a test is given.</summary>
    /// <param name="value">What it works on.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="TemplateException">Too many steps.</exception>
    public void ChargeReading(JinjaValue value, CallArguments arguments)
    {
        ChargeReading((value as StringValue)?.Text.Length ?? 0);
        foreach (JinjaValue argument in arguments.Positional)
        {
            ChargeReading((argument as StringValue)?.Text.Length ?? 0);
        }

        foreach ((_, JinjaValue argument) in arguments.Named)
        {
            ChargeReading((argument as StringValue)?.Text.Length ?? 0);
        }
    }

    /// <summary>Pays for looking for a text in another, beyond going over it: where both repeat themselves, the whole of the
    /// one is compared at every place of the other.</summary>
    /// <param name="length">The length of the text that is searched.</param>
    /// <param name="wanted">The length of the text that is looked for.</param>
    /// <exception cref="TemplateException">Too many steps.</exception>
    public void ChargeSearch(int length, int wanted) =>
        ChargeReading(Math.Max(0, length - wanted + 1L) * (wanted / TemplateDefaults.CharactersPerComparison));

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
