using System.Text.Json;
using Inference.Sdk.LlamaCpp.Templates;

namespace Inference.Sdk.LlamaCpp.Tests.Templates;

[Trait("Category", "TemplateCases")]
public sealed class TemplateCaseTests
{
    public static TheoryData<string> Names() => TemplateCases.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_real_template_renders_as_transformers_renders_it(string name)
    {
        var template = JinjaTemplate.Parse(TemplateCases.ReadSource(name));
        using JsonDocument cases = TemplateCases.ReadCases(name);
        var differences = new List<string>();
        foreach (JsonProperty item in cases.RootElement.EnumerateObject())
        {
            JsonElement expected = item.Value.GetProperty("expected");
            string wanted = expected.TryGetProperty("text", out JsonElement text)
                ? text.GetString()!
                : "error: " + PythonError.KindOf(expected.GetProperty("error").GetString()!);
            string got = TemplateHarness.RenderOrError(template, item.Value.GetProperty("context"));
            if (got != wanted)
            {
                differences.Add($"{item.Name}:\nexpected {wanted}\nactual   {got}");
            }
        }

        Assert.True(differences.Count == 0, string.Join("\n\n", differences));
    }
}
