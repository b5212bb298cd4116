namespace Inference.Sdk.Cli.Predict;

/// <summary>A row of a file on its way through the model.</summary>
/// <param name="Line">The one-based line that it begins on.</param>
/// <param name="Text">What the file says, without the line end.</param>
internal readonly record struct InputRow(long Line, string Text);
