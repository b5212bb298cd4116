using System.Text.Json;
using Inference.Sdk.LlamaCpp.Templates;

namespace Inference.Sdk.LlamaCpp.Tests.Templates;

public sealed class SnippetTests
{
    private static readonly JsonDocument Snippets = JsonDocument.Parse(File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Templates", "Fixtures", "snippets.json")));

    public static TheoryData<int> Positions() =>
        [.. Enumerable.Range(0, Snippets.RootElement.GetProperty("cases").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Positions))]
    public void A_snippet_renders_as_Jinja_renders_it(int position)
    {
        JsonElement snippet = Snippets.RootElement.GetProperty("cases")[position];
        string source = snippet.GetProperty("source").GetString()!;
        JsonElement expected = snippet.GetProperty("expected");
        string wanted = expected.TryGetProperty("text", out JsonElement text)
            ? text.GetString()!
            : "error: " + PythonError.KindOf(expected.GetProperty("error").GetString()!);
        string got = Render(source);
        Assert.True(wanted == got, $"{source}\nexpected {wanted}\nactual   {got}");
    }

    private static string Render(string source)
    {
        try
        {
            return TemplateHarness.Render(
                JinjaTemplate.Parse(source), Snippets.RootElement.GetProperty("context"));
        }
        catch (TemplateException error)
        {
            return "error: " + error.Kind;
        }
    }
}
