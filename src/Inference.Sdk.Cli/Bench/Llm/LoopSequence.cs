namespace Inference.Sdk.Cli.Bench.Llm;

/// <summary>A sequence of the baseline: its prompt, then its answer.</summary>
internal sealed class LoopSequence(int[] prompt, int generate)
{
    private readonly double[] _times = new double[generate];
    private int _generated;
    private int _last;

    /// <summary>Gets how many tokens are in the context.</summary>
    public int Computed { get; private set; }

    /// <summary>Gets how many tokens wait to be computed; none where the answer is complete.</summary>
    public int Waiting => _generated == _times.Length ? 0 : Math.Max(prompt.Length - Computed, 1);

    /// <summary>Gets when each token came, in seconds from the beginning.</summary>
    public double[] Times => _times;

    /// <summary>Takes the next token to compute.</summary>
    public int Take() => Computed < prompt.Length ? prompt[Computed++] : Next();

    /// <summary>Adds a generated token.</summary>
    public void Add(int token, double time)
    {
        _last = token;
        _times[_generated++] = time;
    }

    private int Next()
    {
        Computed++;
        return _last;
    }
}
