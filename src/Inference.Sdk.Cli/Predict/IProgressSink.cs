namespace Inference.Sdk.Cli.Predict;

/// <summary>Told how far a command has come.</summary>
internal interface IProgressSink
{
    /// <summary>Reports progress. Called often; cheap.</summary>
    /// <param name="rows">The rows done.</param>
    void Report(long rows);
}
