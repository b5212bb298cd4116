namespace Inference.Sdk.LlamaCpp.Tools;

/// <summary>A piece of an answer: text, or a call of a tool.</summary>
/// <param name="Text">The text; empty for a call.</param>
/// <param name="Call">The call; <see langword="null"/> for text.</param>
internal readonly record struct AnswerPiece(string Text, ToolCall? Call = null);
