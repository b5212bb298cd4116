using System.Text;

namespace Inference.Sdk.LlamaCpp.Templates.Evaluation;

/// <summary>A text that is being written and may not grow without end.</summary>
/// <param name="state">The rendering that it belongs to, which pays for it.</param>
internal sealed class BoundedText(RenderState state)
{
    private readonly StringBuilder _text = new();

    /// <summary>Gets how many code units are written.</summary>
    public int Length => _text.Length;

    /// <summary>Writes a text.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="TemplateException">The whole is too long.</exception>
    public void Append(string text)
    {
        Grow(text.Length);
        _text.Append(text);
    }

    /// <summary>Writes a character.</summary>
    /// <param name="c">The character.</param>
    /// <exception cref="TemplateException">The whole is too long.</exception>
    public void Append(char c)
    {
        Grow(1);
        _text.Append(c);
    }

    /// <summary>Writes a character several times.</summary>
    /// <param name="c">The character.</param>
    /// <param name="count">How many times.</param>
    /// <exception cref="TemplateException">The whole is too long.</exception>
    public void Append(char c, int count)
    {
        Grow(count);
        _text.Append(c, count);
    }

    /// <summary>Gets what is written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _text.ToString();

    private void Grow(int count) => state.ChargeText(_text.Length, count);
}
