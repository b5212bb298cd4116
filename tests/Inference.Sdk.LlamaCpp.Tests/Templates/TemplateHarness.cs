using System.Text.Json;
using Inference.Sdk.LlamaCpp.Templates;
using Inference.Sdk.LlamaCpp.Templates.Values;
using Microsoft.Extensions.Time.Testing;

namespace Inference.Sdk.LlamaCpp.Tests.Templates;

/// <summary>Renders templates in tests, at half past nine on 15 January 2026.</summary>
internal static class TemplateHarness
{
    public static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 1, 15, 9, 30, 0, TimeSpan.Zero));

    public static string Render(string source, string context = "{}", TemplateLimits? limits = null)
    {
        using JsonDocument document = JsonDocument.Parse(context);
        return Render(JinjaTemplate.Parse(source, limits), document.RootElement);
    }

    public static string Render(JinjaTemplate template, JsonElement context) =>
        template.Render((MappingValue)JsonValues.From(context), Clock);

    public static string RenderOrError(JinjaTemplate template, JsonElement context)
    {
        try
        {
            return Render(template, context);
        }
        catch (TemplateException error)
        {
            return "error: " + error.Kind;
        }
    }

    public static TemplateException Fail(string source, string context = "{}", TemplateLimits? limits = null) =>
        Assert.Throws<TemplateException>(() => Render(source, context, limits));
}
