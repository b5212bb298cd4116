using System.Diagnostics;
using Inference.Sdk.LlamaCpp.Templates;

namespace Inference.Sdk.LlamaCpp.Tests.Templates;

public sealed class LimitTests
{
    [Theory]
    [InlineData("{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}")]
    [InlineData("{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}")]
    [InlineData("{% set s = 'x' * 1000000000000 %}")]
    [InlineData("{% set l = [1] * 1000000000000 %}")]
    [InlineData("{% set ns = namespace(s='x') %}{% for i in range(100) %}{% set ns.s = ns.s + ns.s %}{% endfor %}")]
    [InlineData("{% set ns = namespace(l=[1]) %}{% for i in range(100) %}{% set ns.l = [ns.l, ns.l] %}{% endfor %}{{ ns.l }}")]
    [InlineData("{% set ns = namespace(l=[1]) %}{% for i in range(100) %}{% set ns.l = [ns.l, ns.l] %}{% endfor %}{{ ns.l|tojson }}")]
    [InlineData("{% set ns = namespace(l=[1], m=[1]) %}{% for i in range(60) %}{% set ns.l = [ns.l, ns.l] %}{% set ns.m = [ns.m, ns.m] %}{% endfor %}{{ ns.l == ns.m }}")]
    [InlineData("{% set ns = namespace(l=[1]) %}{% for i in range(100000) %}{% set ns.l = [ns.l] %}{% endfor %}{{ ns.l }}")]
    [InlineData("{% set ns = namespace() %}{% set ns.self = [ns] %}{{ ns }}")]
    [InlineData("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}")]
    [InlineData("{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}")]
    [InlineData("{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}")]
    [InlineData("{{ 2 ** 1000000000 }}")]
    [InlineData("{{ 2 ** 4000 * 2 ** 4000 }}")]
    [InlineData("{{ 'a'.center(2000000000) }}")]
    [InlineData("{{ '%2000000000d' % 5 }}")]
    [InlineData("{{ '{:2000000000}'.format(5) }}")]
    [InlineData("{{ 'aaaaaaaaaa'.replace('', 'b' * 10000000) }}")]
    [InlineData("{{ ('b' * 10000000).join('aaaaaaaaaa') }}")]
    [InlineData("{{ ['a', 'b', 'c', 'd']|join('b' * 10000000) }}")]
    [InlineData("{{ ('a\\n' * 1000000)|indent(100) }}")]
    [InlineData("{% set s='x'*16000000 %}{% set ns=namespace(l=[]) %}{% for i in range(2000) %}{% set ns.l=ns.l+[s.upper()] %}{% endfor %}")]
    [InlineData("{{ ('<' * 10000000)|e|length }}")]
    [InlineData("{% set ns = namespace(t=(1,)) %}{% for i in range(60) %}{% set ns.t = (ns.t, ns.t) %}{% endfor %}{{ {ns.t: 1} }}")]
    [InlineData("{% set ns = namespace(l=[1]) %}{% for i in range(100000) %}{% set ns.l = ns.l|map('string') %}{% endfor %}{{ ns.l|list }}")]
    public void A_template_that_would_not_end_or_fit_is_stopped(string source)
    {
        long began = Stopwatch.GetTimestamp();
        TemplateException error = TemplateHarness.Fail(source);
        Assert.Equal(TemplateErrorKind.Limit, error.Kind);
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("not ", "")]
    [InlineData("-", "")]
    [InlineData("{1:", "}")]
    [InlineData("x(", ")")]
    [InlineData("x[", "]")]
    [InlineData("1 if 1 else ", "")]
    public void Source_that_nests_too_deep_is_refused(string open, string close)
    {
        string source = "{{ " + string.Concat(Enumerable.Repeat(open, 50_000)) + "1"
            + string.Concat(Enumerable.Repeat(close, 50_000)) + " }}";
        Assert.Equal(TemplateErrorKind.Limit, TemplateHarness.Fail(source).Kind);
    }

    [Theory]
    [InlineData("{% if true %}", "{% endif %}")]
    [InlineData("{% for x in [1] %}", "{% endfor %}")]
    [InlineData("{% if x %}{% elif true %}", "{% endif %}")]
    public void Statements_that_nest_too_deep_are_refused(string open, string close)
    {
        string source = string.Concat(Enumerable.Repeat(open, 10_000)) + string.Concat(Enumerable.Repeat(close, 10_000));
        Assert.Equal(TemplateErrorKind.Limit, TemplateHarness.Fail(source).Kind);
    }

    [Fact]
    public void A_long_chain_of_operators_is_no_danger_to_the_stack()
    {
        string source = "{{ " + string.Join(" + ", Enumerable.Repeat("1", 300_000)) + " }}";
        Assert.Equal(TemplateErrorKind.Limit, TemplateHarness.Fail(source).Kind);
    }

    [Fact]
    public void A_source_that_is_too_long_is_refused() =>
        Assert.Equal(TemplateErrorKind.Limit, TemplateHarness.Fail(new string('x', 2 * 1024 * 1024)).Kind);

    [Fact]
    public void A_name_that_is_too_long_is_refused() =>
        Assert.Equal(TemplateErrorKind.Limit, TemplateHarness.Fail($"{{{{ {new string('x', 2000)} }}}}").Kind);

    [Fact]
    public void Each_limit_can_be_set()
    {
        Assert.Equal("xxx", TemplateHarness.Render("{{ 'x' * 3 }}", limits: new TemplateLimits { MaxTextLength = 3 }));
        TemplateHarness.Fail("{{ 'x' * 4 }}", limits: new TemplateLimits { MaxTextLength = 3 });
        TemplateHarness.Fail("{% for x in range(10) %}{% endfor %}", limits: new TemplateLimits { MaxSteps = 5 });
        TemplateHarness.Fail("{% for x in [1] %}{% for y in [1] %}{% endfor %}{% endfor %}", limits: new TemplateLimits { MaxDepth = 1 });
        TemplateHarness.Fail("abcdef", limits: new TemplateLimits { MaxSourceLength = 5 });
        TemplateHarness.Fail("{{ ((1)) }}", limits: new TemplateLimits { MaxSyntaxDepth = 3 });
    }

    [Fact]
    public void A_long_conversation_is_far_from_the_limits()
    {
        string messages = string.Join(
            ',', Enumerable.Repeat("""{"role": "user", "content": "hello"}, {"role": "assistant", "content": "hi"}""", 2000));
        string text = TemplateHarness.Render(
            "{% for m in messages %}{% if m.role == 'user' %}<u>{% else %}<a>{% endif %}{{ m.content | trim }}{% endfor %}",
            $$"""{"messages": [{{messages}}]}""");
        Assert.Equal(2000 * "<u>hello<a>hi".Length, text.Length);
    }
}
