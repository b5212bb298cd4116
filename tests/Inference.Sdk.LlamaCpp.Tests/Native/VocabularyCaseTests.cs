using System.Globalization;
using Inference.Sdk.LlamaCpp.Native;
using Inference.Sdk.LlamaCpp.Native.Interop;
using Inference.Sdk.LlamaCpp.Tests.Native.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inference.Sdk.LlamaCpp.Tests.Native;

/// <summary>The vocabularies of real models, with llama.cpp's own expectations.</summary>
[Trait("Category", "VocabCases")]
public sealed class VocabularyCaseTests
{
    private const string Separator = "\n__ggml_vocab_test__\n";

    [Theory]
    [InlineData("bert-bge")]
    [InlineData("deepseek-coder")]
    [InlineData("falcon")]
    [InlineData("gpt-2")]
    [InlineData("llama-spm")]
    [InlineData("phi-3")]
    public void Texts_become_the_tokens_of_the_reference(string name)
    {
        string path = Path.Combine(SharedData.Folder("vocab"), $"ggml-vocab-{name}.gguf");
        string[] texts = File.ReadAllText(path + ".inp").Split(Separator);
        string[] expected = File.ReadAllText(path + ".out").Split('\n');
        (NativeVocabulary vocabulary, LlamaModelHandle model) = NativeModelLoader.LoadVocabulary(path, NullLogger.Instance);
        using LlamaModelHandle owned = model;

        Assert.True(texts.Length > 40);
        for (int i = 0; i < texts.Length; i++)
        {
            string actual = string.Join(
                ' ', vocabulary.Tokenize(texts[i], false, false).Select(token => token.ToString(CultureInfo.InvariantCulture)));
            Assert.True(
                expected[i].Trim() == actual, $"Text {i}, '{texts[i]}': expected {expected[i]}, and it is {actual}.");
        }
    }

    // Some of the library's patterns run on a recursive matcher, which goes as deep as the text is long.
    [Theory]
    [InlineData("deepseek-coder", 'a')]
    [InlineData("deepseek-coder", '\n')]
    [InlineData("falcon", ' ')]
    [InlineData("falcon", '7')]
    [InlineData("gpt-2", '!')]
    public void A_long_run_of_one_character_does_not_exhaust_the_stack(string name, char character)
    {
        string path = Path.Combine(SharedData.Folder("vocab"), $"ggml-vocab-{name}.gguf");
        (NativeVocabulary vocabulary, LlamaModelHandle model) = NativeModelLoader.LoadVocabulary(path, NullLogger.Instance);
        using LlamaModelHandle owned = model;

        Assert.NotEmpty(vocabulary.Tokenize(new string(character, UnbrokenRun.Limit), false, false));
    }
}
