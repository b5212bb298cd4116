using Inference.Sdk.LlamaCpp.Templates.Evaluation;
using Inference.Sdk.LlamaCpp.Templates.Methods;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>A text. Its items and positions are characters of Unicode, as Python counts them.</summary>
/// <param name="text">The text.</param>
/// <param name="isMarkup">Whether it is marked as HTML: what is put together with it gets escaped.</param>
internal sealed class StringValue(string text, bool isMarkup = false) : JinjaValue
{
    /// <summary>The empty text.</summary>
    public static readonly StringValue Empty = new(string.Empty);

    private int _length = -1;

    /// <summary>Gets the text.</summary>
    public string Text { get; } = text;

    /// <summary>Gets whether it is marked as HTML.</summary>
    public bool IsMarkup { get; } = isMarkup;

    /// <inheritdoc/>
    public override string TypeName => IsMarkup ? "Markup" : "str";

    /// <inheritdoc/>
    public override bool IsTrue => Text.Length > 0;

    /// <inheritdoc/>
    public override int? Length => _length >= 0 ? _length : _length = PythonText.Length(Text);

    /// <summary>Makes a text that is marked as this one is.</summary>
    /// <param name="newText">The text.</param>
    /// <returns>The value.</returns>
    public StringValue With(string newText) => new(newText, IsMarkup);

    /// <inheritdoc/>
    public override void WriteRepr(BoundedText text)
    {
        if (IsMarkup)
        {
            text.Append("Markup(");
            PythonText.WriteRepr(Text, text);
            text.Append(")");
        }
        else
        {
            PythonText.WriteRepr(Text, text);
        }
    }

    /// <inheritdoc/>
    public override void WriteTo(BoundedText text) => text.Append(Text);

    /// <inheritdoc/>
    public override IEnumerable<JinjaValue> GetItems()
    {
        for (int i = 0; i < Text.Length;)
        {
            int width = PythonText.WidthAt(Text, i);
            yield return new StringValue(Text.Substring(i, width));
            i += width;
        }
    }

    /// <inheritdoc/>
    public override JinjaValue? GetItem(JinjaValue key)
    {
        if (key is SliceValue slice)
        {
            return With(PythonText.Slice(Text, Length!.Value, slice));
        }

        return SequenceValue.TryGetPosition(key, Length!.Value, out int position)
            ? With(PythonText.CharacterAt(Text, Length.Value, position))
            : null;
    }

    /// <inheritdoc/>
    public override JinjaValue? GetAttribute(string name) => StringMethods.Find(this, name);
}
