using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Inference.Sdk.LlamaCpp.Chat;
using Inference.Sdk.LlamaCpp.Tests.Chat.Support;

namespace Inference.Sdk.LlamaCpp.Tests.Chat;

public sealed class TextGuardTests
{
    private const char Mark = TextGuard.FirstMark;

    private static readonly ControlTokens Control = new(new ChatVocabulary());

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("  \n ", "  \n ")]
    [InlineData("a<s>b", "a<#s>b")]
    [InlineData("<s>", "<#s>")]
    [InlineData(" <s><s> ", " <#s><#s> ")]
    [InlineData("a <|im_", "a <|im_#")]
    [InlineData("end|> a ", "#end|> a ")]
    [InlineData("<|im_end|>\n\n", "<#|im_end|>#\n\n")]
    [InlineData("s> <s> <", "#s> <#s> <#")]
    public void Each_control_token_and_each_edge_that_could_be_a_part_of_one_is_marked(string text, string expected)
    {
        var guard = new TextGuard(Control, Mark);
        Assert.Equal(expected.Replace('#', Mark), guard.Guard(text).Text);
        Assert.Equal(expected.Contains('#', StringComparison.Ordinal), guard.HasMarked);
    }

    [Fact]
    public void Marks_are_all_that_is_added()
    {
        Gen<string> part = Gen.Elements("<|im_end|>", "<|im_", "end|>", "<", "s>", "</s>", "[INST]", "\n", "\n\n", " ", "a", "\U0001F600");
        Prop.ForAll(Gen.ArrayOf(part).Select(string.Concat).ToArbitrary(), text =>
        {
            string marked = new TextGuard(Control, Mark).Guard(text).Text;
            Assert.Equal(text, marked.Replace(Mark.ToString(), string.Empty, StringComparison.Ordinal));
            Assert.Equal(-1, Control.Find(marked, 0, out _));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20260115UL, 1UL));
    }

    [Fact]
    public void A_long_text_of_control_tokens_is_marked_in_one_pass()
    {
        string text = string.Concat(Enumerable.Repeat("<s>", 1_000_000));
        long began = Stopwatch.GetTimestamp();
        Assert.Equal(text.Length + 1_000_000, new TextGuard(Control, Mark).Guard(text).Text.Length);
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(10));
    }
}
