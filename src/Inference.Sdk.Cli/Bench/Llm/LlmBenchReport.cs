using Inference.Sdk.Cli.Output;

namespace Inference.Sdk.Cli.Bench.Llm;

/// <summary>The JSON object of `inference bench llm --json`. Immutable.</summary>
internal sealed record LlmBenchReport
{
    /// <summary>Gets the model in words, such as <c>llama 5M Q8_0</c>.</summary>
    public required string Model { get; init; }

    public required long ModelBytes { get; init; }

    public required long Parameters { get; init; }

    /// <summary>Gets the release of llama.cpp that both contenders ran on.</summary>
    public required string LibraryRelease { get; init; }

    public required MachineFacts Machine { get; init; }

    public required LlmBenchSettings Settings { get; init; }

    /// <summary>Gets the scheduler, with its queue, sampling, text and channels.</summary>
    public required LlmResult Engine { get; init; }

    /// <summary>Gets a bare loop of llama_decode and the largest logit.</summary>
    public required LlmResult Baseline { get; init; }

    public required LlmRatio Ratio { get; init; }
}
