namespace Inference.Sdk.LlamaCpp.Tools;

/// <summary>A piece of an answer: text, reasoning, or a call of a tool.</summary>
/// <param name="Text">The text; empty for a call.</param>
/// <param name="Call">The call; <see langword="null"/> for text.</param>
/// <param name="IsReasoning">Whether the text is reasoning.</param>
internal readonly record struct AnswerPiece(string Text, ToolCall? Call = null, bool IsReasoning = false);
