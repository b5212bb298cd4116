using System.Buffers;
using Inference.Sdk.LlamaCpp.Templates.Evaluation;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>Escapes text for HTML, as MarkupSafe does.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>'\"");

    /// <summary>Escapes a text, unless it is HTML already.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="text">The text.</param>
    /// <returns>The HTML.</returns>
    /// <exception cref="TemplateException">It is too long.</exception>
    public static string Escape(RenderState state, StringValue text) =>
        text.IsMarkup ? text.Text : Escape(state, text.Text);

    /// <summary>Escapes a text.</summary>
    /// <param name="state">The rendering.</param>
    /// <param name="text">The text.</param>
    /// <returns>The HTML.</returns>
    /// <exception cref="TemplateException">It is too long.</exception>
    public static string Escape(RenderState state, string text)
    {
        var escaped = new BoundedText(state);
        int at = 0;
        int length;
        while ((length = text.AsSpan(at).IndexOfAny(Special)) >= 0)
        {
            escaped.Append(text.Substring(at, length));
            at += length;
            escaped.Append(text[at++] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '\'' => "&#39;",
                _ => "&#34;",
            });
        }

        escaped.Append(text[at..]);
        return escaped.ToString();
    }
}
