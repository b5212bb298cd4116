using FsCheck;
using FsCheck.Fluent;
using Inference.Sdk.LlamaCpp.Chat;
using Inference.Sdk.LlamaCpp.Tests.Templates;

namespace Inference.Sdk.LlamaCpp.Tests.Chat;

public sealed class ReasoningSplitterTests
{
    private static readonly ReasoningTags Tags = new("<think>", "</think>");

    [Theory]
    [InlineData("<think>\nwhy\n</think>\n\nBecause.", "why", "Because.")]
    [InlineData(" \n<think>a  b</think>c</think>d ", "a  b", "c</think>d ")]
    [InlineData("<think>\n\n</think>\n\nBecause.", "", "Because.")]
    [InlineData("<think></think>", "", "")]
    [InlineData("<think>a <think> b </thin k></think>c", "a <think> b </thin k>", "c")]
    [InlineData("<think>never ends </thi", "never ends </thi", "")]
    [InlineData("<think>never ends \n", "never ends", "")]
    [InlineData("<think>", "", "")]
    [InlineData("<thin", "", "<thin")]
    [InlineData(" \n", "", " \n")]
    [InlineData("", "", "")]
    [InlineData("  no <think>reasoning</think>", "", "  no <think>reasoning</think>")]
    [InlineData("<thinking>no</thinking>", "", "<thinking>no</thinking>")]
    [InlineData("why</think>Because.", "", "why</think>Because.")]
    public void Reasoning_is_taken_off_the_beginning(string text, string reasoning, string answer) =>
        Assert.Equal((reasoning, answer), Split(false, text));

    [Theory]
    [InlineData("\nwhy\n</think>\n\nBecause.", "why", "Because.")]
    [InlineData("</think>Because.", "", "Because.")]
    [InlineData("\n\n", "", "")]
    [InlineData("why", "why", "")]
    public void So_it_is_where_the_prompt_opens_it(string text, string reasoning, string answer) =>
        Assert.Equal((reasoning, answer), Split(true, text));

    [Theory]
    [InlineData(false, "x", false, false)]
    [InlineData(false, "<think>x", true, false)]
    [InlineData(false, "<think>x</think>", true, true)]
    [InlineData(false, "<think>x</think>y", true, true)]
    [InlineData(true, "x", true, false)]
    public void Whether_it_began_and_ended_is_known(bool isOpen, string text, bool began, bool ended)
    {
        var splitter = new ReasoningSplitter(Tags, isOpen);
        splitter.Append(text);
        Assert.Equal((began, ended), (splitter.HasReasoning, splitter.HasEnded));
    }

    [Fact]
    public void However_an_answer_is_cut_into_pieces_the_outcome_is_the_same_and_nothing_of_a_tag_is_seen()
    {
        Gen<string> part = Gen.Elements("<think>", "</think>", "<", "think>", "</thi", "nk>", " ", "\n", "word", "/", "é", "😀");
        Arbitrary<(string[] Parts, bool Opens)> answers = Gen.ArrayOf(part)
            .SelectMany(parts => Gen.Elements(true, false).Select(opens => (parts, opens)))
            .ToArbitrary();
        Prop.ForAll(answers, answer =>
        {
            string text = string.Concat(answer.Parts);
            (string Reasoning, string Answer) whole = Split(answer.Opens, text);
            Assert.Equal(whole, Split(answer.Opens, [.. text.Select(c => c.ToString())]));
            Assert.Equal(whole, Split(answer.Opens, answer.Parts));
            Assert.DoesNotContain("</think>", whole.Reasoning, StringComparison.Ordinal);
            if (!answer.Opens && !text.TrimStart().StartsWith("<think>", StringComparison.Ordinal))
            {
                Assert.Equal((string.Empty, text), whole);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20260115UL, 1UL));
    }

    [Fact]
    public void Reasoning_is_delivered_as_it_comes()
    {
        var splitter = new ReasoningSplitter(Tags, isOpen: false);
        Assert.Equal((string.Empty, string.Empty), splitter.Append("<think>\n"));
        Assert.Equal(("Let", string.Empty), splitter.Append("Let"));
        Assert.Equal((" me", string.Empty), splitter.Append(" me "));
        Assert.Equal((" see", string.Empty), splitter.Append("see"));
        Assert.Equal((".", string.Empty), splitter.Append(".\n</"));
        Assert.Equal((string.Empty, string.Empty), splitter.Append("think>\n"));
        Assert.Equal((string.Empty, "Yes"), splitter.Append("\nYes"));
        Assert.Equal((string.Empty, " <think>"), splitter.Append(" <think>"));
    }

    [Theory]
    [InlineData("Qwen-Qwen3-0.6B", true)]
    [InlineData("Qwen3.5-4B", true)]
    [InlineData("HuggingFaceTB-SmolLM3-3B", true)]
    [InlineData("LFM2.5-8B-A1B", true)]
    [InlineData("deepseek-ai-DeepSeek-V3.1", true)]
    [InlineData("meta-llama-Llama-3.2-3B-Instruct", false)]
    [InlineData("google-gemma-4-31B-it", false)]
    [InlineData("openai-gpt-oss-120b", false)]
    [Trait("Category", "TemplateCases")]
    public void The_tags_are_told_from_the_template(string name, bool has)
    {
        string source = TemplateCases.ReadSource(Directory.Exists(TemplateCases.Folder) ? name : string.Empty);
        Assert.Equal(has, ReasoningTags.Detect(source) is not null);
    }

    [Theory]
    [InlineData("<|im_start|>assistant\n<think>\n", true)]
    [InlineData("<｜Assistant｜><think>", true)]
    [InlineData("<|im_start|>assistant\n<think>\n\n</think>\n\n", false)]
    [InlineData("<|im_start|>assistant\n", false)]
    public void A_prompt_may_end_within_reasoning(string prompt, bool expected) =>
        Assert.Equal(expected, Tags.AreOpenedBy(prompt));

    private static (string Reasoning, string Answer) Split(bool isOpen, params string[] pieces)
    {
        var splitter = new ReasoningSplitter(Tags, isOpen);
        string reasoning = string.Empty, answer = string.Empty;
        foreach (string piece in pieces)
        {
            Add(splitter.Append(piece));
        }

        Add(splitter.Complete());
        return (reasoning, answer);

        void Add((string Reasoning, string Answer) part)
        {
            reasoning += part.Reasoning;
            answer += part.Answer;
        }
    }
}
