using System.CommandLine;
using Inference.Sdk.Cli.Commands;

namespace Inference.Sdk.Cli.Predict;

/// <summary>The options of `inference predict`, and how they are read.</summary>
internal sealed class PredictOptionSet
{
    private readonly Argument<string> _model = new("model") { Description = "The tabular model's file." };

    private readonly Option<string> _input = new("--input", "-i")
    {
        Description = "The rows: a CSV file with a header, or - for standard input.",
        HelpName = "rows.csv",
        Required = true,
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "Where the rows go with their predictions: a file, which appears when all is done and replaces one "
            + "of its name, or - for standard output.",
        HelpName = "out.csv",
        Required = true,
    };

    private readonly Option<string> _delimiter = new("--delimiter")
    {
        Description = "What separates fields: one character, or 'tab'.",
        HelpName = "char",
        DefaultValueFactory = _ => ",",
    };

    private readonly Option<bool> _noHeader = new("--no-header")
    {
        Description = "The file has no header: its columns are the model's features, in order.",
    };

    private readonly Option<string[]> _missing = new("--missing")
    {
        Description = "A text that stands for a missing value, such as NA, besides an empty cell and NaN. Can be repeated.",
        HelpName = "text",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _codes = new("--category-codes")
    {
        Description = "Categories are given as their positions in the model's lists, from 0, and not as their texts.",
    };

    private readonly Option<string?> _column = new("--column")
    {
        Description = "The name of the predictions' column. [default: the model's name for its output]",
        HelpName = "name",
    };

    public PredictOptionSet() => _delimiter.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: string text }] && (text != "tab") && (text.Length != 1 || text[0] is '"' or '\r' or '\n'))
        {
            result.AddError($"--delimiter is '{text}', and it must be one character other than a quote, or 'tab'.");
        }
    });

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_model);
        foreach (Option option in new Option[] { _input, _output, _delimiter, _noHeader, _missing, _codes, _column })
        {
            command.Add(option);
        }
    }

    /// <summary>Reads the options.</summary>
    /// <exception cref="UsageException">They do not go together.</exception>
    public PredictSettings Read(ParseResult parsed, bool verbose)
    {
        string delimiter = parsed.GetValue(_delimiter)!;
        var settings = new PredictSettings
        {
            Model = parsed.GetRequiredValue(_model),
            Input = parsed.GetRequiredValue(_input),
            Output = parsed.GetRequiredValue(_output),
            Delimiter = delimiter == "tab" ? '\t' : delimiter[0],
            HasHeader = !parsed.GetValue(_noHeader),
            MissingTexts = parsed.GetValue(_missing) ?? [],
            HasCategoryCodes = parsed.GetValue(_codes),
            Column = parsed.GetValue(_column),
            Verbose = verbose,
        };
        if (settings.Input != PredictSettings.Standard
            && settings.Output != PredictSettings.Standard
            && PathIdentity.AreSame(settings.Input, settings.Output))
        {
            throw new UsageException(
                $"--input and --output are both '{settings.Input}'. Give --output another path: the input is not changed.");
        }

        return settings;
    }
}
