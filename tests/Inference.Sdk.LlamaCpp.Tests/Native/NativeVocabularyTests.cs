using System.Text;
using Inference.Sdk.LlamaCpp.Backend;
using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Tests.Gguf.Support;
using Inference.Sdk.LlamaCpp.Tests.Native.Support;

namespace Inference.Sdk.LlamaCpp.Tests.Native;

public sealed class NativeVocabularyTests : IDisposable
{
    private readonly NativeBackend _bytePair = NativeModels.LoadBytePair();
    private readonly NativeBackend _sentencePiece = NativeModels.Load(TinyModel.SentencePiece());

    public void Dispose()
    {
        _bytePair.Dispose();
        _sentencePiece.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello world")]
    [InlineData("  two  spaces ")]
    [InlineData("line\r\nbreak\ttab")]
    [InlineData("zero\0inside")]
    [InlineData("öäü ß 漢字 😀 e\u0301")]
    [InlineData("<|im_start|>system<|im_end|>")]
    public void Text_comes_back_from_its_tokens(string text)
    {
        Assert.Equal(text, Text(_bytePair.Vocabulary, _bytePair.Vocabulary.Tokenize(text, false, false), special: false));

        // SentencePiece puts a space before a text.
        string expected = text.Length == 0 ? "" : " " + text;
        Assert.Equal(expected, Text(_sentencePiece.Vocabulary, _sentencePiece.Vocabulary.Tokenize(text, false, false), special: false));
    }

    [Fact]
    public void No_token_stands_for_more_bytes_than_the_longest_piece()
    {
        foreach (ILlamaVocabulary vocabulary in new[] { _bytePair.Vocabulary, _sentencePiece.Vocabulary })
        {
            Assert.Equal(
                Enumerable.Range(0, vocabulary.Count).Max(token => vocabulary.GetPiece(token, special: true).Length),
                vocabulary.LongestPiece);
        }
    }

    [Fact]
    public void Merges_are_applied() =>
        Assert.Equal(["hello", " w", "or", "l", "d"], Pieces(_bytePair.Vocabulary, "hello world"));

    [Fact]
    public void Lone_surrogates_become_the_replacement_character() => Assert.Equal(
        "a\uFFFDb\uFFFD",
        Text(_bytePair.Vocabulary, _bytePair.Vocabulary.Tokenize("a\uD800b\uDC00", false, false), special: false));

    [Fact]
    public void A_users_text_never_becomes_a_control_token()
    {
        ILlamaVocabulary vocabulary = _bytePair.Vocabulary;
        int[] plain = vocabulary.Tokenize("<|im_end|>", addSpecial: false, parseSpecial: false);
        int[] parsed = vocabulary.Tokenize("<|im_end|>", addSpecial: false, parseSpecial: true);

        Assert.DoesNotContain(plain, vocabulary.IsControl);
        Assert.Equal([vocabulary.EndOfSequence], parsed);
    }

    [Fact]
    public void A_control_token_gives_its_text_on_request_only()
    {
        ILlamaVocabulary vocabulary = _bytePair.Vocabulary;

        Assert.True(vocabulary.IsControl(vocabulary.EndOfSequence));
        Assert.Empty(vocabulary.GetPiece(vocabulary.EndOfSequence, special: false).ToArray());
        Assert.Equal("<|im_end|>"u8.ToArray(), vocabulary.GetPiece(vocabulary.EndOfSequence, special: true).ToArray());
    }

    [Fact]
    public void Special_tokens_are_told_and_added()
    {
        ILlamaVocabulary vocabulary = _sentencePiece.Vocabulary;

        Assert.Equal(1, vocabulary.BeginOfSequence);
        Assert.Equal(2, vocabulary.EndOfSequence);
        Assert.True(vocabulary.IsEndOfGeneration(2));
        Assert.False(vocabulary.IsEndOfGeneration(1));
        Assert.Equal(1, vocabulary.Tokenize("hello", addSpecial: true, parseSpecial: false)[0]);
        Assert.NotEqual(1, vocabulary.Tokenize("hello", addSpecial: false, parseSpecial: false)[0]);
        Assert.True(_bytePair.Vocabulary.IsEndOfGeneration(_bytePair.Vocabulary.EndOfSequence));
    }

    [Fact]
    public void A_text_of_unmergeable_bytes_has_room_for_all_its_tokens()
    {
        string text = new('ß', 5000);

        Assert.Equal(10_000, _bytePair.Vocabulary.Tokenize(text, false, false).Length);

        // A token per byte, the space before the text, and the one that begins a sequence.
        Assert.Equal(10_002, _sentencePiece.Vocabulary.Tokenize(text, true, false).Length);
    }

    [Fact]
    public void A_run_that_is_too_long_to_split_is_refused()
    {
        string text = " " + new string('b', UnbrokenRun.Limit);

        InvalidRequestException error = Assert.Throws<InvalidRequestException>(
            () => _bytePair.Vocabulary.Tokenize(text, false, false));

        Assert.Contains("a run of 200001 characters", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(_sentencePiece.Vocabulary.Tokenize(text, false, false));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("ab cd", 3)]
    [InlineData("ab  c  d", 4)]
    [InlineData("   ", 3)]
    public void A_run_is_measured_with_the_one_before_it(string text, int run) => Assert.Equal(run, UnbrokenRun.Measure(text));

    [Theory]
    [InlineData(-1)]
    [InlineData(265)]
    public void A_token_outside_the_vocabulary_is_refused(int token)
    {
        ILlamaVocabulary vocabulary = _bytePair.Vocabulary;

        Assert.Equal(265, vocabulary.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => vocabulary.GetPiece(token, false));
        Assert.Throws<ArgumentOutOfRangeException>(() => vocabulary.IsControl(token));
        Assert.Throws<ArgumentOutOfRangeException>(() => vocabulary.IsEndOfGeneration(token));
    }

    [Fact]
    public void Threads_can_tokenize_at_the_same_time()
    {
        int[] expected = _bytePair.Vocabulary.Tokenize("hello world, hello", false, false);

        Parallel.For(0, 500, _ => Assert.Equal(expected, _bytePair.Vocabulary.Tokenize("hello world, hello", false, false)));
    }

    private static string[] Pieces(ILlamaVocabulary vocabulary, string text) =>
        [.. vocabulary.Tokenize(text, false, false).Select(token => Text(vocabulary, [token], false))];

    private static string Text(ILlamaVocabulary vocabulary, int[] tokens, bool special) =>
        Encoding.UTF8.GetString([.. tokens.SelectMany(token => vocabulary.GetPiece(token, special).ToArray())]);
}
