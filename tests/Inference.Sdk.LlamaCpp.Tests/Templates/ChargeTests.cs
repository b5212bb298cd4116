using Inference.Sdk.LlamaCpp.Templates;
using Inference.Sdk.LlamaCpp.Templates.Values;

namespace Inference.Sdk.LlamaCpp.Tests.Templates;

/// <summary>A step of a template may go over a long value, so it costs as many steps as the value is long.</summary>
public sealed class ChargeTests
{
    private const int Length = 1_600_000;
    private const int Rounds = 1000;

    // Enough for ten readings of the long text, and for all the rounds where they were not paid for.
    private static readonly TemplateLimits Limits = new() { MaxSteps = 1_000_000 };

    private static readonly MappingValue Context = NewContext();

    [Theory]
    [InlineData("s|wordcount")]
    [InlineData("s|trim")]
    [InlineData("s|upper")]
    [InlineData("s|title")]
    [InlineData("s|e")]
    [InlineData("s|int")]
    [InlineData("s|reverse")]
    [InlineData("s|urlencode")]
    [InlineData("'x'|trim(s)")]
    [InlineData("'x'.strip(s)")]
    [InlineData("s.upper()")]
    [InlineData("s.removeprefix('y')")]
    [InlineData("s.isalpha()")]
    [InlineData("s.find('y')")]
    [InlineData("'x'.startswith((s,) * 100)")]
    [InlineData("'y' in s")]
    [InlineData("s == t")]
    [InlineData("s < t")]
    [InlineData("s is eq(t)")]
    [InlineData("s is upper")]
    [InlineData("s is sameas(t)")]
    [InlineData("s % {}")]
    [InlineData("s[1:]")]
    [InlineData("w[5]")]
    [InlineData("{s: 1}")]
    [InlineData("d[s]")]
    [InlineData("d.get(s)")]
    [InlineData("s in d")]
    [InlineData("5[s]")]
    [InlineData("[s]|max")]
    [InlineData("[s]|sort")]
    [InlineData("[s]|unique|list")]
    [InlineData("[d]|map(attribute=p, default=d)|list")]
    [InlineData("[d]|map(attribute=n)|list")]
    [InlineData("d|items|first")]
    [InlineData("dict(**d)")]
    [InlineData("'{x}'.format(x=1, **d)")]
    [InlineData("l[1:]")]
    [InlineData("range(100000)[1:]")]
    public void Work_on_long_values_is_paid_for(string expression) => AssertLimit(
        $"{{% for i in range({Rounds}) %}}{{% if {expression} %}}{{% endif %}}{{% endfor %}}");

    [Theory]
    [InlineData("q in r")]
    [InlineData("r.find(q)")]
    [InlineData("r.rfind(q)")]
    [InlineData("r.count(q)")]
    [InlineData("r.split(q)")]
    [InlineData("r.rsplit(q)")]
    [InlineData("r.partition(q)")]
    [InlineData("r.replace(q, '')")]
    [InlineData("r|replace(q, '')")]
    public void A_search_for_what_repeats_itself_in_what_repeats_itself_is_paid_for(string expression) => AssertLimit(
        $"{{% for i in range({Rounds}) %}}{{% if {expression} %}}{{% endif %}}{{% endfor %}}");

    [Fact]
    public void A_macros_parameters_are_paid_for_at_each_call()
    {
        string parameters = string.Join(',', Enumerable.Range(0, 5000).Select(i => $"p{i}"));
        AssertLimit(
            $"{{% macro m({parameters}) %}}{{% endmacro %}}{{% for i in range({Rounds}) %}}{{{{ m() }}}}{{% endfor %}}");
    }

    [Fact]
    public void A_text_is_split_from_its_end_in_one_pass()
    {
        JinjaTemplate template = JinjaTemplate.Parse("{{ b.rsplit()|length }} {{ b.rsplit(maxsplit=2)|last }}");
        MappingValue context = Of(("b", new StringValue(string.Concat(Enumerable.Repeat(" x ", 100_000)))));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("100000 x", template.Render(context, TemplateHarness.Clock));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
    }

    [Fact]
    public void A_rendering_can_be_given_up()
    {
        using var cancel = new CancellationTokenSource();
        JinjaTemplate template = JinjaTemplate.Parse("{% for i in range(10) %}{{ stop() }}{% endfor %}");
        int rounds = 0;
        MappingValue context = Of(("stop", new FunctionValue("stop", (_, _) =>
        {
            rounds++;
            cancel.Cancel();
            return NoneValue.Instance;
        })));
        var error = Assert.ThrowsAny<OperationCanceledException>(
            () => template.Render(context, TemplateHarness.Clock, cancel.Token));
        Assert.Equal(cancel.Token, error.CancellationToken);
        Assert.Equal(1, rounds);
    }

    private static void AssertLimit(string source)
    {
        JinjaTemplate template = JinjaTemplate.Parse(source, Limits);
        var error = Assert.Throws<TemplateException>(() => template.Render(Context, TemplateHarness.Clock));
        Assert.Equal(TemplateErrorKind.Limit, error.Kind);
    }

    private static MappingValue NewContext()
    {
        return Of(
            ("s", new StringValue(new string('x', Length))),
            ("t", new StringValue(new string('x', Length))),
            ("w", new StringValue(string.Concat(Enumerable.Repeat("\U0001F600", Length / 2)))),
            ("p", new StringValue(new string('.', Length))),
            ("n", new StringValue(new string('1', Length))),
            ("q", new StringValue(string.Concat(Enumerable.Repeat("ab", 10_000)) + "bb")),
            ("r", new StringValue(string.Concat(Enumerable.Repeat("ab", 20_000)))),
            ("d", Of([.. Enumerable.Range(0, 5000).Select(i => ($"key{i}", (JinjaValue)new IntegerValue(i)))])),
            ("l", new ListValue([.. Enumerable.Repeat(NoneValue.Instance, 100_000)])));
    }

    private static MappingValue Of(params ReadOnlySpan<(string Name, JinjaValue Value)> variables)
    {
        OrderedDictionary<JinjaValue, JinjaValue> items = MappingValue.NewItems();
        foreach ((string name, JinjaValue value) in variables)
        {
            items[new StringValue(name)] = value;
        }

        return new MappingValue(items);
    }
}
