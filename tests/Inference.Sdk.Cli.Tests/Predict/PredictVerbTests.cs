using Inference.Sdk.Cli.Commands;
using Inference.Sdk.Cli.Tests.Support;

namespace Inference.Sdk.Cli.Tests.Predict;

public sealed class PredictVerbTests
{
    [Fact]
    public async Task A_file_gets_its_predictions_and_the_extra_columns_a_note()
    {
        using var folder = new TemporaryFolder();
        string rows = folder.Write("rows.csv", "id,x2,x1\na,3,2\nb,,1\n");
        CommandRun run = await CommandRun.Of(
            "predict", Models.Linear(folder), "--input", rows, "--output", folder.Combine("out.csv"));
        Assert.Equal("", run.Out);
        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Equal("id,x2,x1,price\na,3,2,37\nb,,1,11\n", await ReadAsync(folder, "out.csv"));
        Assert.Contains("note: the model does not use these columns of rows.csv; they are copied: id", run.Error);
        Assert.Contains("2 rows in ", run.Error);
    }

    [Fact]
    public async Task Standard_input_and_output_are_dashes()
    {
        using var folder = new TemporaryFolder();
        CommandRun run = await CommandRun.With(
            "x1,x2\r\n1,2\r\n", CancellationToken.None, "predict", Models.Linear(folder), "-i", "-", "-o", "-");
        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Equal("x1,x2,price\r\n1,2,26\r\n", run.Out);
    }

    [Fact]
    public async Task Features_without_a_column_are_missing_and_a_note_says_so()
    {
        using var folder = new TemporaryFolder();
        CommandRun run = await CommandRun.With(
            "x1\n1\n", CancellationToken.None, "predict", Models.Linear(folder), "-i", "-", "-o", "-");
        Assert.Equal("x1,price\n1,11\n", run.Out);
        Assert.Contains("note: standard input does not have these features, which are taken as missing: x2", run.Error);
    }

    [Fact]
    public async Task A_bad_row_is_exit_code_1_and_leaves_neither_a_half_file_nor_a_changed_one()
    {
        using var folder = new TemporaryFolder();
        string rows = folder.Write("rows.csv", "x1,x2\n1,2\n1,oops\n");
        string output = folder.Write("out.csv", "precious");
        string model = Models.Linear(folder);
        CommandRun run = await CommandRun.Of("predict", model, "--input", rows, "--output", output);
        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.StartsWith("error: rows.csv, line 3, column 'x2': Feature 'x2' was given the text 'oops'", run.Error);
        Assert.Equal("precious", await ReadAsync(folder, "out.csv"));
        Assert.Equal(["linear.json", "out.csv", "rows.csv"], folder.Files);
    }

    [Fact]
    public async Task The_input_is_not_written_over()
    {
        using var folder = new TemporaryFolder();
        string rows = folder.Write("rows.csv", "x1,x2\n1,2\n");
        CommandRun run = await CommandRun.Of(
            "predict", Models.Linear(folder), "--input", rows, "--output", Path.Combine(folder.Path, ".", "rows.csv"));
        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Contains("the input is not changed", run.Error);
        Assert.Equal("x1,x2\n1,2\n", await ReadAsync(folder, "rows.csv"));
    }

    [Fact]
    public async Task A_column_of_the_predictions_name_is_not_doubled()
    {
        using var folder = new TemporaryFolder();
        string model = Models.Linear(folder);
        CommandRun run = await CommandRun.With(
            "x1,x2,price\n1,2,9\n", CancellationToken.None, "predict", model, "-i", "-", "-o", "-");
        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Contains("has a column 'price' already", run.Error);

        run = await CommandRun.With(
            "x1,x2,price\n1,2,9\n", CancellationToken.None, "predict", model, "-i", "-", "-o", "-", "--column", "guess, rounded");
        Assert.Equal("x1,x2,price,\"guess, rounded\"\n1,2,9,26\n", run.Out);
    }

    [Fact]
    public async Task Other_delimiters_missing_texts_and_no_header_are_options()
    {
        using var folder = new TemporaryFolder();
        CommandRun run = await CommandRun.With(
            "1\tNA\n1\t2\n", CancellationToken.None,
            "predict", Models.Linear(folder), "-i", "-", "-o", "-", "--delimiter", "tab", "--missing", "NA", "--no-header");
        Assert.Equal("1\tNA\t11\n1\t2\t26\n", run.Out);
    }

    [Fact]
    public async Task A_missing_input_is_an_error_that_names_it()
    {
        using var folder = new TemporaryFolder();
        CommandRun run = await CommandRun.Of(
            "predict", Models.Linear(folder), "--input", folder.Combine("none.csv"), "--output", folder.Combine("out.csv"));
        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Contains("none.csv", run.Error);
        Assert.Equal(["linear.json"], folder.Files);
    }

    [Fact]
    public async Task A_missing_model_is_said_in_one_plain_line()
    {
        using var folder = new TemporaryFolder();
        string model = folder.Combine("none.json");
        CommandRun run = await CommandRun.With("x1\n1\n", CancellationToken.None, "predict", model, "-i", "-", "-o", "-");
        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.StartsWith($"error: There is no model at '{model}'.", run.Error);
        Assert.Equal(run.Error.Length - 1, run.Error.IndexOf('\n', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_damaged_model_is_said_in_one_plain_line()
    {
        using var folder = new TemporaryFolder();
        string model = folder.Write("damaged.json", """{ "format": "inference-linear", "version": 1, "intercept": """);
        CommandRun run = await CommandRun.With("x1\n1\n", CancellationToken.None, "predict", model, "-i", "-", "-o", "-");
        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Contains("damaged.json", run.Error);
        Assert.DoesNotContain("misconfigured", run.Error);
        Assert.Equal(run.Error.Length - 1, run.Error.IndexOf('\n', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lgb_house_huber", "model.txt")]
    [InlineData("xgb_house_reg_d6_t100", "model.json")]
    public async Task Predictions_are_those_of_the_library_that_trained_the_model(string name, string file)
    {
        using var folder = new TemporaryFolder();
        string model = Repository.SharedData("tabular", name, file);
        string input = Repository.SharedData("tabular", name, "input.csv");
        string[] expected = await File.ReadAllLinesAsync(
            Repository.SharedData("tabular", name, "expected.csv"), TestContext.Current.CancellationToken);
        string[] all = await File.ReadAllLinesAsync(input, TestContext.Current.CancellationToken);

        // Infinite values are refused, and missing ones too where the model was not trained on any.
        int[] kept = [.. Enumerable.Range(0, all.Length).Where(i => !all[i].Contains('n', StringComparison.Ordinal))];
        Assert.True(kept.Length > 900);
        string rows = folder.Write("rows.csv", string.Concat(kept.Select(i => all[i] + "\n")));

        CommandRun run = await CommandRun.Of("predict", model, "-i", rows, "-o", "-", "--no-header");
        Assert.Equal(ExitCodes.Success, run.ExitCode);
        string[] lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(kept.Length, lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            float actual = float.Parse(lines[i].Split(',')[^1], System.Globalization.CultureInfo.InvariantCulture);
            double wanted = double.Parse(expected[kept[i]], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(wanted, actual, 1e-5 * Math.Max(1, Math.Abs(wanted)));
        }
    }

    [Fact]
    public async Task The_sample_model_gives_the_reference_predictions()
    {
        string model = Repository.SampleModel("house-price.xgb.json");
        string reference = Repository.SampleModel("house-price.reference.csv");
        CommandRun run = await CommandRun.Of("predict", model, "--input", reference, "--output", "-", "--category-codes");
        Assert.Equal(ExitCodes.Success, run.ExitCode);
        string[][] rows = [.. run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
        Assert.Equal("price", rows[0][^1]);
        int expected = Array.IndexOf(rows[0], "expected");
        Assert.True(rows.Length > 10);
        Assert.All(rows[1..], row => Assert.Equal(Parse(row[expected]), Parse(row[^1])));
    }

    private static float Parse(string text) => float.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<string> ReadAsync(TemporaryFolder folder, string name) =>
        File.ReadAllTextAsync(folder.Combine(name), TestContext.Current.CancellationToken);
}
