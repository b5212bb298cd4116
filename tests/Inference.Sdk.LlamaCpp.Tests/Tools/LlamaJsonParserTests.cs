using System.Text.Json;
using Inference.Sdk.LlamaCpp.Tools;

namespace Inference.Sdk.LlamaCpp.Tests.Tools;

public sealed class LlamaJsonParserTests
{
    private const string Price = """{"name": "price", "parameters": {"sqft": 1800, "note": "a } b"}}""";

    [Theory]
    [InlineData(Price)]
    [InlineData("\n " + Price + "\n")]
    public void An_answer_that_is_a_call_is_no_text(string text)
    {
        Answer answer = Parse(text);
        Assert.Equal(string.Empty, answer.Text);
        ToolCall call = Assert.Single(answer.Calls);
        Assert.Equal("price", call.Name);
        Assert.Equal("a } b", ((JsonElement)call.Arguments["note"]!).GetString());
    }

    [Theory]
    [InlineData("{\"name\": \"time\"}", "time")]
    [InlineData("{\"name\": \"tim\", \"parameters\": {}}", "tim")]
    [InlineData("{\"name\": \"tim\", \"arguments\": null}", "tim")]
    public void A_call_has_parameters_or_the_name_of_a_tool(string text, string name)
    {
        ToolCall call = Assert.Single(Parse(text).Calls);
        Assert.Equal(name, call.Name);
        Assert.Empty(call.Arguments);
    }

    [Fact]
    public void Calls_may_be_separated_by_semicolons()
    {
        Answer answer = Parse($"{Price}; {Price}");
        Assert.Equal(["call price", "call price"], answer.Order);
    }

    [Theory]
    [InlineData("Hello {\"name\": \"x\"}")]
    [InlineData("{\"answer\": 42}")]
    [InlineData("{\"name\": \"x\", \"param")]
    [InlineData("{oops} and more")]
    [InlineData("{\"name\": \"Alice\", \"age\": 30}")]
    [InlineData("{\"name\": \"Alice\"}")]
    [InlineData("{\"name\": \"price\", \"parameters\": {\"sqft\": 1,}}")]
    [InlineData("{\"name\": \"price\", \"parameters\": {\"\\ud800\": 1}}")]
    [InlineData(" \n")]
    public void Anything_else_is_text(string text)
    {
        Answer answer = Parse(text);
        Assert.Empty(answer.Calls);
        Assert.Equal(text, answer.Text);
    }

    [Fact]
    public void However_an_answer_is_cut_into_pieces_the_outcome_is_the_same()
    {
        foreach (string text in new[] { $" {Price};\n{Price} then text 😀", "plain", "{\"a\": 1} tail", $"{Price} {{" })
        {
            Answer whole = Parse(text);
            for (int cut = 0; cut <= text.Length; cut++)
            {
                Answer parts = Parse(text[..cut], text[cut..]);
                Assert.Equal(whole.Order, parts.Order);
            }
        }
    }

    private static Answer Parse(params string[] pieces)
    {
        IToolCallParser parser = new LlamaJsonFormat().CreateParser(new HashSet<string> { "price", "time" });
        var parsed = new List<AnswerPiece>();
        foreach (string piece in pieces)
        {
            parser.Append(piece, parsed);
        }

        parser.Complete(isCallEnded: false, parsed);
        return new Answer(parsed);
    }
}
