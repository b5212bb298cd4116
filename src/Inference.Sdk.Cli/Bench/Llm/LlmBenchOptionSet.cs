using System.CommandLine;
using Inference.Sdk.Cli.Commands;
using Inference.Sdk.LlamaCpp.Native;

namespace Inference.Sdk.Cli.Bench.Llm;

/// <summary>The options of `inference bench llm`, and how they are read.</summary>
internal sealed class LlmBenchOptionSet
{
    private readonly Option<string> _model = new("--model", "-m")
    {
        Description = "The language model's GGUF file.",
        HelpName = "file",
        Required = true,
    };

    private readonly Option<int> _parallel =
        OptionChecks.Integer("--parallel", "Generations at a time.", 1, 256, 1);

    private readonly Option<int> _promptTokens =
        OptionChecks.Integer("--prompt-tokens", "Tokens of each prompt.", 1, 1 << 20, 128);

    private readonly Option<int> _generate =
        OptionChecks.Integer("--gen", "Tokens of each answer.", 2, 1 << 20, 128);

    private readonly Option<int?> _threads =
        OptionChecks.Integer("--threads", "Threads that compute. [default: half the processors, at least one]", 1, 512);

    private readonly Option<int> _rounds =
        OptionChecks.Integer("--rounds", "Measured rounds of each, engine and baseline in turn.", 1, 1000, 5);

    private readonly Option<int> _polling = OptionChecks.Integer(
        "--poll",
        "How long threads look for the next step before they sleep, in llama.cpp's unit.",
        0,
        LlamaLoadOptions.MostPolling,
        new LlamaLoadOptions().Polling);

    private readonly Option<bool> _whole = new("--whole")
    {
        Description = "Let the engine deliver whole answers, as to callers that do not stream.",
    };

    private readonly Option<int?> _gpuLayers =
        OptionChecks.Integer("--gpu-layers", "Layers that go to a GPU; 0 for none. [default: all]", 0);

    private readonly Option<int> _seed = OptionChecks.Integer("--seed", "Of the prompts' tokens.", 0, int.MaxValue, 1);

    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON object." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[]
        {
            _model, _parallel, _promptTokens, _generate, _threads, _polling, _whole, _rounds, _gpuLayers, _seed, _json,
        })
        {
            command.Add(option);
        }
    }

    /// <summary>Tells whether JSON is asked for.</summary>
    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>Reads the options.</summary>
    public LlmBenchSettings Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(_model),
        parsed.GetValue(_parallel),
        parsed.GetValue(_promptTokens),
        parsed.GetValue(_generate),
        parsed.GetValue(_threads) ?? Math.Max(1, Environment.ProcessorCount / 2),
        parsed.GetValue(_rounds),
        parsed.GetValue(_gpuLayers),
        parsed.GetValue(_seed))
    {
        Polling = parsed.GetValue(_polling),
        Whole = parsed.GetValue(_whole),
    };
}
