using System.CommandLine;
using Inference.Sdk.Cli.Commands;

namespace Inference.Sdk.Cli.Run;

/// <summary>The options of `inference run`, and how they are read.</summary>
internal sealed class RunOptionSet
{
    private readonly Argument<string> _model = new("model") { Description = "The language model's GGUF file." };

    private readonly Option<string?> _prompt = new("--prompt", "-p")
    {
        Description = "What to ask; - reads it from standard input, as leaving it out does where text is piped in.",
        HelpName = "text",
    };

    private readonly Option<string?> _system = new("--system")
    {
        Description = "What the model is told before the prompt: its role, its rules.",
        HelpName = "text",
    };

    private readonly Option<int?> _maxTokens =
        OptionChecks.Integer("--max-tokens", "The most tokens of the answer. [default: as many as the context holds]", 1);

    private readonly Option<float?> _temperature = OptionChecks.Number(
        "--temperature", "How freely tokens are chosen; 0 always takes the most likely one.", 0, 100);

    private readonly Option<int?> _topK =
        OptionChecks.Integer("--top-k", "Choose among this many of the most likely tokens; 0 for all.", 0);

    private readonly Option<float?> _topP =
        OptionChecks.Number("--top-p", "Choose among the most likely tokens that together reach this probability.", 0, 1);

    private readonly Option<float?> _minP = OptionChecks.Number(
        "--min-p", "Choose among tokens at least this likely, as a fraction of the most likely one.", 0, 1);

    private readonly Option<long?> _seed = new("--seed")
    {
        Description = "Makes the choice repeatable. [default: differs each time]",
        HelpName = "n",
    };

    private readonly Option<int?> _threads =
        OptionChecks.Integer("--threads", "Threads that compute. [default: the engine's choice]", 1, 512);

    private readonly Option<int?> _context = OptionChecks.Integer(
        "--context", "Tokens that prompt and answer may have together. [default: the engine's choice]", 8);

    private readonly Option<int?> _gpuLayers =
        OptionChecks.Integer("--gpu-layers", "Layers that go to a GPU; 0 for none. [default: all]", 0);

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Write one JSON object with the text, usage, timings and energy, once the answer is complete.",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_model);
        foreach (Option option in new Option[]
        {
            _prompt, _system, _maxTokens, _temperature, _topK, _topP, _minP, _seed, _threads, _context, _gpuLayers, _json,
        })
        {
            command.Add(option);
        }
    }

    /// <summary>Reads the options.</summary>
    public RunSettings Read(ParseResult parsed, bool verbose) => new()
    {
        Model = parsed.GetRequiredValue(_model),
        Prompt = parsed.GetValue(_prompt),
        System = parsed.GetValue(_system),
        MaxTokens = parsed.GetValue(_maxTokens),
        Temperature = parsed.GetValue(_temperature),
        TopK = parsed.GetValue(_topK),
        TopP = parsed.GetValue(_topP),
        MinP = parsed.GetValue(_minP),
        Seed = parsed.GetValue(_seed),
        Threads = parsed.GetValue(_threads),
        Context = parsed.GetValue(_context),
        GpuLayers = parsed.GetValue(_gpuLayers),
        Json = parsed.GetValue(_json),
        Verbose = verbose,
    };
}
