using System.Text;

namespace Inference.Sdk.LlamaCpp.Templates.Values;

/// <summary>Escapes HTML, for the few templates that ask for it.</summary>
internal static class HtmlText
{
    /// <summary>Escapes a text, unless it is marked as HTML.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The escaped text.</returns>
    public static string Escape(StringValue text) => text.IsMarkup ? text.Text : Escape(text.Text);

    /// <summary>Escapes a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The escaped text.</returns>
    public static string Escape(string text) => new StringBuilder(text)
        .Replace("&", "&amp;")
        .Replace(">", "&gt;")
        .Replace("<", "&lt;")
        .Replace("'", "&#39;")
        .Replace("\"", "&#34;")
        .ToString();
}
