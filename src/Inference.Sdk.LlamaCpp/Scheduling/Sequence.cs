using Inference.Sdk.LlamaCpp.Sampling;
using Inference.Sdk.LlamaCpp.Text;

namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>One generation: its tokens, how far the backend has computed them, its sampler and its output.</summary>
/// <remarks>Belongs to the loop's thread, except <see cref="Output"/>, <see cref="Cancel"/>, <see cref="IsCancelled"/>,
/// <see cref="IsEnded"/> and <see cref="Usage"/>.</remarks>
internal sealed class Sequence
{
    private readonly int _maxTokens;
    private readonly StopSequenceMatcher? _landmark;
    private int[] _tokens;
    private int _length;
    private long _processorTicks;
    private volatile bool _cancelled;
    private volatile bool _ended;

    /// <summary>Makes a sequence from a request that has been checked.</summary>
    /// <param name="request">The request.</param>
    /// <param name="contextLength">The most tokens of prompt and answer.</param>
    /// <param name="updateCapacity">How many updates it runs ahead of its consumer.</param>
    /// <param name="time">Measures its timings.</param>
    public Sequence(GenerationRequest request, int contextLength, int updateCapacity, TimeProvider time)
    {
        PromptLength = request.Prompt.Length;
        _length = PromptLength;
        _maxTokens = Math.Min(request.MaxTokens ?? int.MaxValue, contextLength - PromptLength);
        _tokens = new int[PromptLength + Math.Min(_maxTokens, 256)];
        request.Prompt.Span.CopyTo(_tokens);
        DeliverControlTokens = request.DeliverControlTokens;
        Sampler = new TokenSampler(request.Sampling);
        Text = new TextAssembler(request.StopSequences);
        _landmark = request.Landmark is null ? null : new StopSequenceMatcher([request.Landmark]);
        Output = new SequenceOutput(updateCapacity, request.Streams);
        Clock = new SequenceClock(time);
    }

    /// <summary>Gets or sets its place in the order of arrival; the smaller, the older.</summary>
    public long Ticket { get; set; }

    /// <summary>Gets or sets whether it has one of the places of <see cref="AdmissionPlaces"/>.</summary>
    public bool HasPlace { get; set; } = true;

    /// <summary>Gets or sets its sequence of the backend, or -1 while it has none.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>Gets the tokens of the prompt.</summary>
    public int PromptLength { get; }

    /// <summary>Gets the tokens of prompt and answer so far.</summary>
    public int Length => _length;

    /// <summary>Gets or sets how many of them the backend's memory holds.</summary>
    public int Computed { get; set; }

    /// <summary>Gets how many are still to be computed before the next can be chosen; at least one.</summary>
    public int Pending => Length - Computed;

    /// <summary>Gets whether the next step gives a token for one: not the prompt, nor an answer being computed again.</summary>
    public bool IsDecoding => Pending == 1 && Length > PromptLength;

    /// <summary>Gets whether as many tokens are generated as were asked for or the context holds.</summary>
    public bool IsFull => Generated >= _maxTokens;

    /// <summary>Gets the tokens generated, one that ends the generation included.</summary>
    public int Generated => Length - PromptLength;

    /// <summary>Gets whether the text of control tokens is delivered.</summary>
    public bool DeliverControlTokens { get; }

    /// <summary>Gets what chooses its tokens.</summary>
    public TokenSampler Sampler { get; }

    /// <summary>Gets what makes text of its tokens.</summary>
    public TextAssembler Text { get; }

    /// <summary>Gets the way to its consumer.</summary>
    public SequenceOutput Output { get; }

    /// <summary>Gets where its time goes.</summary>
    public SequenceClock Clock { get; }

    /// <summary>Gets the processor time it is charged with so far.</summary>
    public TimeSpan ProcessorTime => TimeSpan.FromTicks(Volatile.Read(ref _processorTicks));

    /// <summary>Gets how many tokens were generated when the landmark was complete; <see langword="null"/> before.</summary>
    public int? LandmarkTokens { get; private set; }

    /// <summary>Gets whether its consumer wants no more of it.</summary>
    public bool IsCancelled => _cancelled;

    /// <summary>Gets whether it has ended, by itself or by an error.</summary>
    public bool IsEnded => _ended;

    /// <summary>Gets the tokens that are still to be computed.</summary>
    public ReadOnlySpan<int> PendingTokens => _tokens.AsSpan(Computed, Pending);

    /// <summary>Adds a generated token.</summary>
    public void Append(int token)
    {
        if (Length == _tokens.Length)
        {
            Array.Resize(ref _tokens, 2 * Length);
        }

        _tokens[_length] = token;
        Volatile.Write(ref _length, _length + 1);
    }

    /// <summary>Charges it with processor time.</summary>
    public void Charge(TimeSpan processorTime) =>
        Volatile.Write(ref _processorTicks, _processorTicks + processorTime.Ticks);

    /// <summary>Looks for the landmark in text that is delivered.</summary>
    /// <param name="text">The next piece of it.</param>
    public void Note(string text)
    {
        if (LandmarkTokens is null && _landmark?.Append(text, out _) is true)
        {
            LandmarkTokens = Generated;
        }
    }

    /// <summary>Tells the loop that nobody wants more of it, and the consumer why. Safe from any thread.</summary>
    public void Cancel(Exception reason)
    {
        _cancelled = true;
        Output.Complete(reason);
    }

    /// <summary>Ends it.</summary>
    /// <param name="error">Why it failed, or <see langword="null"/> where it has not.</param>
    public void End(Exception? error = null)
    {
        _ended = true;
        Output.Complete(error);
    }

    /// <summary>Gets what it has consumed so far. Safe from any thread.</summary>
    public PredictionUsage Usage() => new()
    {
        InputTokens = PromptLength,
        OutputTokens = Volatile.Read(ref _length) - PromptLength,
        ProcessorTime = ProcessorTime,
    };
}
