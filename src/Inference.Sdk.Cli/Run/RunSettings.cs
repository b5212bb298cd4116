namespace Inference.Sdk.Cli.Run;

/// <summary>What `inference run` was asked for. Immutable; <see langword="null"/> leaves a choice to the model.</summary>
internal sealed record RunSettings
{
    public required string Model { get; init; }

    /// <summary>Gets the user's message; <see langword="null"/> or <c>-</c> for standard input.</summary>
    public string? Prompt { get; init; }

    public string? System { get; init; }

    public int? MaxTokens { get; init; }

    public float? Temperature { get; init; }

    public int? TopK { get; init; }

    public float? TopP { get; init; }

    public float? MinP { get; init; }

    public long? Seed { get; init; }

    public int? Threads { get; init; }

    public int? Context { get; init; }

    public int? GpuLayers { get; init; }

    public bool Json { get; init; }

    public bool Verbose { get; init; }
}
