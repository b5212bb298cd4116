using Inference.Sdk.LlamaCpp.Templates;

namespace Inference.Sdk.LlamaCpp.Tests.Templates;

public sealed class ErrorTests
{
    [Fact]
    public void A_rendering_error_says_the_line_and_its_source()
    {
        TemplateException error = TemplateHarness.Fail("one\n{% if true %}\n  {{ missing.attribute }}\n{% endif %}");
        Assert.Equal(TemplateErrorKind.Undefined, error.Kind);
        Assert.Equal(3, error.Line);
        Assert.Equal("{{ missing.attribute }}", error.Part);
        Assert.Equal("'missing' is undefined (line 3 of the template: {{ missing.attribute }})", error.Message);
    }

    [Fact]
    public void A_syntax_error_says_the_line_and_its_source()
    {
        TemplateException error = TemplateHarness.Fail("one\ntwo {{ 1 + }}\n");
        Assert.Equal(TemplateErrorKind.Syntax, error.Kind);
        Assert.Equal("Expected an expression and found '}}' (line 2 of the template: two {{ 1 + }})", error.Message);
    }

    [Fact]
    public void An_error_within_a_macro_says_the_line_within_it()
    {
        TemplateException error = TemplateHarness.Fail("{% macro m(x) %}\n{{ x + 1 }}\n{% endmacro %}\n\n{{ m('a') }}");
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public void What_the_template_raises_is_told_word_for_word()
    {
        TemplateException error = TemplateHarness.Fail("{{ raise_exception('Roles must alternate!') }}");
        Assert.Equal(TemplateErrorKind.Raised, error.Kind);
        Assert.Equal("Roles must alternate!", error.Problem);
    }

    [Fact]
    public void A_long_line_is_shortened()
    {
        TemplateException error = TemplateHarness.Fail("{{ missing.x }}" + new string('x', 500));
        Assert.Equal(83, error.Part!.Length);
    }

    [Theory]
    [InlineData("a\r\nb\rc\n", "a\nb\nc")]
    [InlineData("a\n\n", "a\n")]
    public void Line_ends_become_line_feeds_and_the_last_goes(string source, string expected) =>
        Assert.Equal(expected, TemplateHarness.Render(source));

    [Fact]
    public async Task A_template_renders_for_many_at_once()
    {
        var template = JinjaTemplate.Parse("{% for x in range(200) %}{{ x }}{% endfor %}{{ cycler('a', 'b').next() }}");
        using var document = System.Text.Json.JsonDocument.Parse("{}");
        string expected = TemplateHarness.Render(template, document.RootElement);
        await Parallel.ForAsync(0, 64, (_, _) =>
        {
            Assert.Equal(expected, TemplateHarness.Render(template, document.RootElement));
            return ValueTask.CompletedTask;
        });
    }
}
