using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Inference.Sdk.LlamaCpp.Tools;

namespace Inference.Sdk.LlamaCpp.Tests.Tools;

public sealed class HermesParserTests
{
    private const string Price = """<tool_call>{"name": "price", "arguments": {"sqft": 1800, "area": "coast"}}</tool_call>""";

    [Fact]
    public void Text_without_calls_is_delivered_whole()
    {
        Assert.Equal("Hello <tool> world </tool_call> \n", Parse("Hello <tool> world </tool_call> \n").Text);
        Assert.Equal("  \n", Parse("  \n").Text);
        Assert.Equal("almost <tool_cal", Parse("almost <tool_cal").Text);
    }

    [Fact]
    public void A_call_is_taken_out_of_the_text()
    {
        Answer answer = Parse($"Let me see.\n{Price}\n");
        Assert.Equal("Let me see.", answer.Text);
        ToolCall call = Assert.Single(answer.Calls);
        Assert.Equal("price", call.Name);
        Assert.Equal(1800, ((JsonElement)call.Arguments["sqft"]!).GetInt32());
        Assert.Equal("coast", ((JsonElement)call.Arguments["area"]!).GetString());
    }

    [Fact]
    public void Several_calls_come_in_order_and_the_blank_lines_between_them_go()
    {
        Answer answer = Parse($"\n\n{Price}\n<tool_call>\n{{\"name\": \"time\", \"arguments\": {{}}}}\n</tool_call>\n");
        Assert.Equal(string.Empty, answer.Text);
        Assert.Equal(["price", "time"], answer.Calls.Select(call => call.Name));
        Assert.Empty(answer.Calls[1].Arguments);
    }

    [Fact]
    public void Text_between_calls_stays_between_them()
    {
        Answer answer = Parse($"a {Price} b {Price} c");
        Assert.Equal(["a", "call price", " b", "call price", " c"], answer.Order);
    }

    [Theory]
    [InlineData("""{"name": "f", "arguments": null}""")]
    [InlineData("""{"name": "f"}""")]
    [InlineData("""{"name": "f", "arguments": "{}"}""")]
    public void Missing_arguments_are_none(string json)
    {
        ToolCall call = Assert.Single(Parse($"<tool_call>{json}</tool_call>").Calls);
        Assert.Empty(call.Arguments);
    }

    [Fact]
    public void Arguments_in_a_text_are_read_as_JSON_and_null_is_null()
    {
        ToolCall call = Assert.Single(
            Parse("""<tool_call>{"name": "f", "arguments": "{\"a\": [1, 2], \"b\": null}"}</tool_call>""").Calls);
        Assert.Equal(2, ((JsonElement)call.Arguments["a"]!).GetArrayLength());
        Assert.Null(call.Arguments["b"]);
    }

    [Theory]
    [InlineData("""{"name": "f", "arguments": {"a": }}""")]
    [InlineData("""{"name": "f", "arguments": [1]}""")]
    [InlineData("""{"name": "f", "arguments": 5}""")]
    [InlineData("""{"name": "f", "arguments": "no json"}""")]
    [InlineData("""{"name": "f", "arguments": "\"text\""}""")]
    [InlineData("""{"name": "f", "arguments": {"a": "never ends}}""")]
    [InlineData("""{"name": "f", "arguments": {"a": 1,}}""")]
    [InlineData("""{"name": "f", "arguments": "\"{}\""}""")]
    public void A_call_with_damaged_arguments_is_text_and_not_a_call_without_them(string json)
    {
        Answer answer = Parse($"<tool_call>{json}</tool_call> after");
        Assert.Empty(answer.Calls);
        Assert.Equal($"<tool_call>{json}</tool_call> after", answer.Text);
    }

    [Theory]
    [InlineData("""{"name": "\ud800", "arguments": {}}""")]
    [InlineData("""{"name": "f", "arguments": {"\ud800": 1}}""")]
    [InlineData("""{"name": "f", "arguments": {"a": "\udc00"}}""")]
    [InlineData("""{"name": "f", "arguments": {"a": [{"b": "\ud800"}]}}""")]
    [InlineData("""{"name": "f", "arguments": {"a": [{"\ud800": 1}]}}""")]
    [InlineData("""{"name": "f", "arguments": "{\"a\": \"\ud800\"}"}""")]
    [InlineData("""{"name": "f", "arguments": "{\"a\": \"\\ud800\"}"}""")]
    public void Half_a_surrogate_pair_damages_a_call(string json)
    {
        Answer answer = Parse($"<tool_call>{json}</tool_call>");
        Assert.Empty(answer.Calls);
        Assert.Equal($"<tool_call>{json}</tool_call>", answer.Text);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"arguments": {}}""")]
    [InlineData("""["f"]""")]
    [InlineData("""{"name": 5}""")]
    [InlineData("")]
    public void What_names_no_tool_is_text(string json)
    {
        Answer answer = Parse($"x <tool_call>{json}</tool_call> y");
        Assert.Empty(answer.Calls);
        Assert.Equal($"x <tool_call>{json}</tool_call> y", answer.Text);
    }

    [Fact]
    public void A_call_that_is_cut_off_is_text()
    {
        Answer answer = Parse("""So <tool_call>{"name": "price", "arguments": {"sqft": 18""");
        Assert.Empty(answer.Calls);
        Assert.Equal("""So <tool_call>{"name": "price", "arguments": {"sqft": 18""", answer.Text);
    }

    [Fact]
    public void A_call_whose_end_was_a_stop_sequence_is_complete()
    {
        var parser = new HermesParser();
        var pieces = new List<AnswerPiece>();
        parser.Append("""<tool_call>{"name": "f", "arguments": {}}""", pieces);
        parser.Complete(isCallEnded: true, pieces);
        Assert.Equal("f", Assert.Single(pieces).Call!.Name);
    }

    [Fact]
    public void The_tag_that_ends_a_call_may_stand_in_an_argument()
    {
        ToolCall call = Assert.Single(
            Parse("""<tool_call>{"name": "f", "arguments": {"x": "a</tool_call>\"b"}}</tool_call>""").Calls);
        Assert.Equal("a</tool_call>\"b", ((JsonElement)call.Arguments["x"]!).GetString());
    }

    [Fact]
    public void However_an_answer_is_cut_into_pieces_the_outcome_is_the_same()
    {
        string[] answers =
        [
            $"Text é漢😀 <tool {Price} \n\n{Price} <tool_call> tail",
            """a <tool_call>{"name": "f", "arguments": {"a": "x</tool_call>"}}</tool_call><tool_call>bad</tool_call>  z""",
            """<tool_call>{"name": "f", "arguments": {"a": "never}}</tool_call> <tool_call>{"name": "g"}</tool_call> end """,
        ];
        foreach (string answer in answers)
        {
            Answer whole = Parse(answer);
            for (int cut = 0; cut <= answer.Length; cut++)
            {
                AssertSame(whole, Parse(answer[..cut], answer[cut..]));
            }

            AssertSame(whole, Parse([.. answer.Select(c => c.ToString())]));
        }
    }

    [Fact]
    public void Random_answers_cut_at_random_have_one_outcome_and_lose_no_text()
    {
        Gen<string> part = Gen.Elements(
            "<tool_call>", "</tool_call>", "{\"name\": \"f\"", ", \"arguments\": {\"a\": \"", "\"}}", "<", "tool_call>", "\n",
            " ", "text", "\\", "\"", "😀", "{", "}");
        Arbitrary<(string[] Parts, int[] Cuts)> answers = Gen.ArrayOf(part)
            .SelectMany(parts => Gen.ArrayOf(Gen.Choose(0, 60)).Select(cuts => (parts, cuts)))
            .ToArbitrary();
        Prop.ForAll(answers, answer =>
        {
            string text = string.Concat(answer.Parts);
            int[] cuts = [0, .. answer.Cuts.Where(cut => cut < text.Length).Distinct().Order(), text.Length];
            string[] pieces = [.. cuts.Zip(cuts.Skip(1), (from, to) => text[from..to])];
            Answer whole = Parse(text);
            AssertSame(whole, Parse(pieces));
            if (whole.Calls.Count == 0)
            {
                Assert.Equal(text, whole.Text);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20260115UL, 1UL));
    }

    private static void AssertSame(Answer expected, Answer actual)
    {
        Assert.Equal(expected.Order, actual.Order);
        Assert.Equal(expected.Text, actual.Text);
    }

    private static Answer Parse(params string[] pieces)
    {
        var parser = new HermesParser();
        var parsed = new List<AnswerPiece>();
        foreach (string piece in pieces)
        {
            parser.Append(piece, parsed);
        }

        parser.Complete(isCallEnded: false, parsed);
        return new Answer(parsed);
    }
}
