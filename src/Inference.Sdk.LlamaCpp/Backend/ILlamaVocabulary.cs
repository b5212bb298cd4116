namespace Inference.Sdk.LlamaCpp.Backend;

/// <summary>A model's tokens: text to ids and ids to bytes. Safe for concurrent use.</summary>
internal interface ILlamaVocabulary
{
    /// <summary>Gets the number of tokens; ids are 0 to <c>Count - 1</c>.</summary>
    int Count { get; }

    /// <summary>Gets the token that begins a sequence, or -1.</summary>
    int BeginOfSequence { get; }

    /// <summary>Gets the token that ends a sequence, or -1.</summary>
    int EndOfSequence { get; }

    /// <summary>Gets the most bytes of UTF-8 that one token can stand for, so that a text has at least its bytes over this many
    /// tokens; <see cref="int.MaxValue"/> where nothing can be said.</summary>
    int LongestPiece { get; }

    /// <summary>Turns text into tokens.</summary>
    /// <param name="text">The text.</param>
    /// <param name="addSpecial">Whether to add the tokens that the model wants at the beginning and end.</param>
    /// <param name="parseSpecial">Whether the text of a control token becomes that token. False for a user's text.</param>
    /// <returns>The tokens.</returns>
    int[] Tokenize(string text, bool addSpecial, bool parseSpecial);

    /// <summary>Gets a token's bytes: a piece of UTF-8 that need not be whole characters.</summary>
    /// <param name="token">The token.</param>
    /// <param name="special">Whether a control token gives its text; it gives nothing otherwise.</param>
    /// <returns>The bytes; valid as long as the vocabulary is.</returns>
    ReadOnlyMemory<byte> GetPiece(int token, bool special);

    /// <summary>Tells whether a token ends a generation (end of sequence, end of turn).</summary>
    /// <param name="token">The token.</param>
    /// <returns>Whether it does.</returns>
    bool IsEndOfGeneration(int token);

    /// <summary>Tells whether a token is a control token, one that is not part of the text.</summary>
    /// <param name="token">The token.</param>
    /// <returns>Whether it is.</returns>
    bool IsControl(int token);
}
