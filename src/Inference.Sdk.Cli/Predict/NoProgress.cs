namespace Inference.Sdk.Cli.Predict;

/// <summary>Shows nothing: nobody is looking.</summary>
internal sealed class NoProgress : IProgressSink
{
    public static readonly NoProgress Instance = new();

    public void Report(long rows)
    {
        // Nobody is looking.
    }
}
