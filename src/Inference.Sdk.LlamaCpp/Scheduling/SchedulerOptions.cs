namespace Inference.Sdk.LlamaCpp.Scheduling;

/// <summary>How the scheduler divides a model between generations. Immutable.</summary>
internal sealed record SchedulerOptions
{
    /// <summary>The default of <see cref="QueueCapacity"/>.</summary>
    public const int DefaultQueueCapacity = 256;

    /// <summary>The default of <see cref="StepTokens"/>.</summary>
    public const int DefaultStepTokens = 512;

    /// <summary>The default of <see cref="UpdateCapacity"/>.</summary>
    public const int DefaultUpdateCapacity = 64;

    /// <summary>The default of <see cref="ConsumerPatience"/>, in seconds.</summary>
    public const int DefaultConsumerPatienceSeconds = 1;

    /// <summary>Gets what errors call the model: its predictor's name.</summary>
    public string Name { get; init; } = "model";

    /// <summary>Gets how many requests may wait while every sequence of the backend is taken, 0 or more; those beyond are
    /// rejected.</summary>
    public int QueueCapacity { get; init; } = DefaultQueueCapacity;

    /// <summary>Gets the most tokens of one step, 1 or more, and never more than the backend's batch takes. Fewer make
    /// streams smoother while a long prompt is computed, more compute the prompt faster.</summary>
    public int StepTokens { get; init; } = DefaultStepTokens;

    /// <summary>Gets how many updates a generation runs ahead of its consumer, 1 or more; then it waits.</summary>
    public int UpdateCapacity { get; init; } = DefaultUpdateCapacity;

    /// <summary>Gets how long a generation that waits for its consumer keeps its place in the model while others wait for
    /// one; it is computed again when its consumer comes back. Zero to a day.</summary>
    public TimeSpan ConsumerPatience { get; init; } = TimeSpan.FromSeconds(DefaultConsumerPatienceSeconds);

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(QueueCapacity);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(StepTokens);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(UpdateCapacity);
        ArgumentOutOfRangeException.ThrowIfLessThan(ConsumerPatience, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ConsumerPatience, TimeSpan.FromDays(1));
    }
}
