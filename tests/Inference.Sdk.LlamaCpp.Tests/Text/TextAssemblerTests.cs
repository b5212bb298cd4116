using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Inference.Sdk.LlamaCpp.Sampling;
using Inference.Sdk.LlamaCpp.Tests.Fakes;
using Inference.Sdk.LlamaCpp.Text;

namespace Inference.Sdk.LlamaCpp.Tests.Text;

public sealed class TextAssemblerTests
{
    private static readonly string[] Alphabet = ["a", "b", "ab", "é", "漢", "😀", "😁", "\n", "aab"];
    private static readonly string[][] StopSets =
        [[], ["ab"], ["aab", "b\n"], ["😀"], ["aaab", "aab", "abé"], ["b", "ab", "aab"], ["漢😁a", "a漢"], ["\uFFFD"]];

    [Fact]
    public void Characters_come_whole_and_as_soon_as_they_can()
    {
        var text = new TextAssembler([]);
        byte[] bytes = Encoding.UTF8.GetBytes("aé漢😀");
        Assert.Equal(["a", "", "é", "", "", "漢", "", "", "", "😀"], bytes.Select(b => Append(text, b)));
        Assert.False(text.Complete(out string rest));
        Assert.Equal("", rest);
    }

    [Theory]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98 })]
    [InlineData(new byte[] { 0xE2, 0x82, 0x41 })]
    [InlineData(new byte[] { 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xF5, 0xFF })]
    public void Invalid_bytes_become_what_the_decoder_of_dotnet_makes_of_them(byte[] bytes)
    {
        var text = new TextAssembler([]);
        string actual = string.Concat(bytes.Select(b => Append(text, b)));
        text.Complete(out string rest);
        Assert.Equal(Encoding.UTF8.GetString(bytes), actual + rest);
    }

    [Fact]
    public void What_may_begin_a_stop_sequence_is_held_back_until_it_is_known()
    {
        var text = new TextAssembler(["STOP", "TON"]);
        Assert.Equal(("x", false), Append(text, "xST"));
        Assert.Equal(("", false), Append(text, "O"));
        Assert.Equal(("STO ", false), Append(text, " "));
        Assert.Equal(("", false), Append(text, "STO"));
        Assert.Equal(("S", true), Append(text, "N, and more"));
    }

    [Fact]
    public void Nothing_is_released_by_nothing()
    {
        var text = new TextAssembler(["ab"]);
        Assert.Equal(("", false), Append(text, "a"));
        Assert.Equal(("", false), Append(text, ""));
        Assert.Equal(("", true), Append(text, "b"));
    }

    [Fact]
    public void The_stop_sequence_that_is_complete_first_counts_and_of_those_the_longest()
    {
        Assert.Equal(("1", true), Append(new TextAssembler(["bc", "abcd", "abc"]), "1abcd"));
        Assert.Equal(("1a", true), Append(new TextAssembler(["abcd", "b"]), "1abcd"));
    }

    [Theory]
    [InlineData("abc", "1abcd", "bc", "abcd", "abc")]
    [InlineData("b", "1abcd", "abcd", "b")]
    [InlineData(null, "1ab", "abcd", "x")]
    [InlineData(null, "1ab")]
    public void Which_stop_sequence_ended_the_text_is_told(string? expected, string text, params string[] stops)
    {
        var assembler = new TextAssembler(stops);
        Append(assembler, text);
        Assert.Equal(expected, assembler.Stop);
    }

    [Fact]
    public void Any_text_in_any_pieces_gives_what_the_whole_text_gives()
    {
        int stopped = 0;
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new SeededRandom((ulong)seed);
            string[] stops = StopSets[Below(ref random, StopSets.Length)];
            byte[] bytes = RandomBytes(ref random);
            var assembler = new TextAssembler(stops);
            var delivered = new StringBuilder();
            bool complete = false;
            for (int at = 0; at < bytes.Length && !complete;)
            {
                int length = Math.Min(Below(ref random, 6), bytes.Length - at);
                complete = assembler.Append(bytes.AsSpan(at, length), out string text);
                AssertWellFormed(text);
                delivered.Append(text);
                at += length;
            }

            if (!complete)
            {
                complete = assembler.Complete(out string rest);
                AssertWellFormed(rest);
                delivered.Append(rest);
            }

            string whole = Encoding.UTF8.GetString(bytes);
            string? cut = Reference.CutAtStop(whole, stops);
            Assert.Equal(cut ?? whole, delivered.ToString());
            Assert.Equal(cut is not null, complete);
            stopped += complete ? 1 : 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(5, 7));
        Assert.InRange(stopped, 500, 2500);
    }

    [Fact]
    public void No_more_is_held_back_than_may_begin_a_stop_sequence()
    {
        var random = new SeededRandom(11);
        for (int round = 0; round < 300; round++)
        {
            string[] stops = StopSets[1 + Below(ref random, StopSets.Length - 1)];
            var matcher = new StopSequenceMatcher(stops);
            string text = "", delivered = "";
            while (text.Length < 60)
            {
                string piece = Alphabet[Below(ref random, Alphabet.Length)];
                if (matcher.Append(piece, out ReadOnlySpan<char> released))
                {
                    break;
                }

                text += piece;
                delivered += released.ToString();
                int expected = Enumerable.Range(0, text.Length + 1)
                    .First(from => stops.Any(s => s.StartsWith(text[from..], StringComparison.Ordinal)));
                Assert.Equal(text[..expected], delivered);
            }
        }
    }

    private static byte[] RandomBytes(ref SeededRandom random)
    {
        var bytes = new List<byte>();
        int pieces = Below(ref random, 30);
        for (int i = 0; i < pieces; i++)
        {
            if (Below(ref random, 12) == 0)
            {
                bytes.Add((byte)Below(ref random, 256));
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(Alphabet[Below(ref random, Alphabet.Length)]));
            }
        }

        return [.. bytes];
    }

    private static void AssertWellFormed(string text) =>
        Assert.Equal(text, Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text)));

    private static int Below(ref SeededRandom random, int limit) => (int)(random.NextDouble() * limit);

    private static string Append(TextAssembler assembler, byte value)
    {
        Assert.False(assembler.Append([value], out string text));
        return text;
    }

    private static (string Text, bool Complete) Append(TextAssembler assembler, string piece)
    {
        bool complete = assembler.Append(Encoding.UTF8.GetBytes(piece), out string text);
        return (text, complete);
    }
}
