namespace Inference.Sdk.Tabular;

/// <summary>Writes an input into a row of numbers and checks it. Safe for concurrent use.</summary>
/// <typeparam name="TInput">The input.</typeparam>
internal interface IRowWriter<in TInput>
{
    /// <summary>Writes a row.</summary>
    /// <param name="input">The input.</param>
    /// <param name="row">Its row: a value for each feature, NaN for a missing one.</param>
    /// <exception cref="InvalidRequestException">The input is not one the model can take.</exception>
    void Write(TInput input, Span<double> row);
}
