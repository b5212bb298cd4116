namespace Inference.Sdk.LlamaCpp.Chat;

/// <summary>What a model continues.</summary>
/// <param name="Tokens">Its tokens.</param>
/// <param name="OpensReasoning">Whether it ends within reasoning, so that the answer begins with it.</param>
internal readonly record struct Prompt(int[] Tokens, bool OpensReasoning);
