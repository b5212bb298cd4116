using Inference.Sdk.Cli.Csv;
using Inference.Sdk.Cli.Predict;
using Inference.Sdk.Cli.Tests.Support;

namespace Inference.Sdk.Cli.Tests.Predict;

public sealed class CsvPredictorTests
{
    private static readonly FeatureSchema Schema = new(
    [
        new FeatureDescriptor { Name = "sqft", Required = true },
        new FeatureDescriptor { Name = "beds", Type = FeatureType.Integer },
        new FeatureDescriptor { Name = "zone", Type = FeatureType.Category, Categories = ["city", "rural"] },
    ]);

    [Fact]
    public async Task Columns_are_matched_by_name_and_others_are_copied()
    {
        string output = await PredictAsync("id,zone,sqft\n\"a,1\",rural,100\n\"say \"\"b\"\"\",city,20.5\n");
        Assert.Equal("id,zone,sqft,price\n\"a,1\",rural,100,101\n\"say \"\"b\"\"\",city,20.5,20.5\n", output);
    }

    [Fact]
    public async Task Line_ends_of_the_input_are_kept_and_a_byte_order_mark_is_not()
    {
        using var bytes = new MemoryStream([0xEF, 0xBB, 0xBF, .. "sqft,id\r\n7,x\r\n"u8]);
        using var reader = new StreamReader(bytes);
        Assert.Equal("sqft,id,price\r\n7,x,7\r\n", await PredictAsync(reader));
    }

    [Fact]
    public async Task Fields_with_line_ends_are_one_row()
    {
        Assert.Equal("sqft,note,price\n1,\"two\nlines\",1\n2,,2\n", await PredictAsync("sqft,note\n1,\"two\nlines\"\n2,\n"));
    }

    [Fact]
    public async Task A_header_alone_gives_a_header_alone()
    {
        Assert.Equal("sqft,beds,price\n", await PredictAsync("sqft,beds\n"));
    }

    [Fact]
    public async Task Empty_lines_are_skipped_where_there_is_more_than_one_column()
    {
        Assert.Equal("sqft,beds,price\n1,2,3\n", await PredictAsync("sqft,beds\n\n1,2\n\n"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("NaN")]
    [InlineData("nan")]
    [InlineData("NA")]
    public async Task Missing_values_of_optional_features_reach_the_model_as_missing(string text)
    {
        Assert.Equal($"sqft,beds,price\n5,{text},5\n", await PredictAsync($"sqft,beds\n5,{text}\n"));
    }

    [Theory]
    [InlineData("", "rows.csv is empty.")]
    [InlineData("beds,zone\n1,city\n", "rows.csv, line 1: the model cannot do without 'sqft'")]
    [InlineData("a,b\n1,2\n", "rows.csv, line 1: no column is a feature of the model. Its features are: 'sqft', 'beds', 'zone'.")]
    [InlineData("sqft,sqft\n1,2\n", "rows.csv, line 1: columns 1 and 2 are both named 'sqft'")]
    [InlineData("sqft,beds\n1,2\n1\n", "rows.csv, line 3: there are 1 fields, and the file has 2 columns.")]
    [InlineData("sqft,beds\n1,2,3\n", "rows.csv, line 2: there are 3 fields, and the file has 2 columns.")]
    [InlineData("sqft,beds\n1,2\n\"3\n\",1\n", "rows.csv, line 3, column 'sqft'", true)]
    [InlineData("sqft,beds\n1,many\n", "rows.csv, line 2, column 'beds': Feature 'beds' was given the text 'many'")]
    [InlineData("sqft,beds\n1,2.5\n", "rows.csv, line 2, column 'beds': Feature 'beds' is 2.5, and it is a whole number.")]
    [InlineData("sqft,zone\n1,moon\n", "rows.csv, line 2, column 'zone': Feature 'zone' was given 'moon'")]
    [InlineData("sqft,beds\n,1\n", "rows.csv, line 2, column 'sqft': Feature 'sqft' is missing")]
    [InlineData("sqft,beds\nInfinity,1\n", "rows.csv, line 2, column 'sqft': Feature 'sqft' is infinite.")]
    [InlineData("sqft,beds\ninf,1\n", "rows.csv, line 2, column 'sqft': Feature 'sqft' was given the text 'inf'")]
    [InlineData("sqft,beds\n1,\"2\n", "rows.csv, line 2, field 2: a quoted field has no closing quote")]
    public async Task What_is_wrong_is_said_with_file_line_and_column(string csv, string expected, bool passes = false)
    {
        if (passes)
        {
            // White space around a number, line ends included, is no error.
            Assert.EndsWith("\"3\n\",1,4\n", await PredictAsync(csv));
            return;
        }

        InvalidRequestException exception = await Assert.ThrowsAsync<InvalidRequestException>(() => PredictAsync(csv));
        Assert.StartsWith(expected, exception.Message);
    }

    [Fact]
    public async Task A_file_without_a_header_is_read_by_position()
    {
        Assert.Equal("1,2,city,3\n4,,rural,5\n", await PredictAsync("1,2,city\n4,,rural\n", hasHeader: false));
    }

    [Fact]
    public async Task A_file_without_a_header_must_have_exactly_the_columns_of_the_model()
    {
        InvalidRequestException exception = await Assert.ThrowsAsync<InvalidRequestException>(
            () => PredictAsync("1,2\n", hasHeader: false));
        Assert.StartsWith("rows.csv, line 1: there are 2 columns, and the model has 3 features.", exception.Message);
    }

    [Fact]
    public async Task Categories_can_be_positions_where_that_is_asked_for()
    {
        Assert.Equal("sqft,zone,price\n1,1,2\n2,,2\n", await PredictAsync("sqft,zone\n1,1\n2,\n", hasCodes: true));
        InvalidRequestException text = await Assert.ThrowsAsync<InvalidRequestException>(
            () => PredictAsync("sqft,zone\n1,city\n", hasCodes: true));
        Assert.StartsWith("rows.csv, line 2, column 'zone': Feature 'zone' was given 'city', and with --category-codes", text.Message);
        await Assert.ThrowsAsync<InvalidRequestException>(() => PredictAsync("sqft,zone\n1,2\n", hasCodes: true));
        await Assert.ThrowsAsync<InvalidRequestException>(() => PredictAsync("sqft,zone\n1,1\n"));
    }

    [Fact]
    public async Task An_error_of_the_model_is_reported_by_its_line()
    {
        InvalidRequestException exception = await Assert.ThrowsAsync<InvalidRequestException>(
            () => PredictAsync("sqft,beds\n1,1\n\n2,2\n3,3\n", row => row.Values[0] == 2
                ? throw new InvalidRequestException("no twos", row: 1)
                : 0));
        Assert.Equal("rows.csv, line 4: no twos", exception.Message);
    }

    [Fact]
    public async Task No_more_rows_are_held_than_the_model_looks_ahead()
    {
        var predictor = new FakeRowPredictor(Schema, row => (float)row.Values[0]) { LookAhead = 16 };
        using var reader = new StringReader("sqft\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i}\n")));
        var rows = new CsvRowSource(new CsvReader(reader, "rows.csv", ','), Schema, new CsvRowSettings(true, []));
        await rows.BeginAsync(TestContext.Current.CancellationToken);
        await using var writer = new StringWriter();
        long count = await new CsvPredictor(predictor, rows, "rows.csv", ',')
            .RunAsync(writer, "price", NoProgress.Instance, TestContext.Current.CancellationToken);
        Assert.Equal(5000, count);
        Assert.Equal(16, predictor.MostInFlight);
        Assert.Equal(5001, writer.ToString().Count(c => c == '\n'));
    }

    private static async Task<string> PredictAsync(
        string csv, Func<FeatureRow, float>? predict = null, bool hasHeader = true, bool hasCodes = false)
    {
        using var reader = new StringReader(csv);
        return await PredictAsync(reader, predict, hasHeader, hasCodes);
    }

    private static async Task<string> PredictAsync(
        TextReader reader, Func<FeatureRow, float>? predict = null, bool hasHeader = true, bool hasCodes = false)
    {
        predict ??= static row =>
        {
            double sum = 0;
            foreach (double value in row.Values)
            {
                sum += double.IsNaN(value) ? 0 : value;
            }

            return (float)sum;
        };
        var settings = new CsvRowSettings(hasHeader, ["NA"], hasCodes);
        var rows = new CsvRowSource(new CsvReader(reader, "rows.csv", ','), Schema, settings);
        await rows.BeginAsync(TestContext.Current.CancellationToken);
        await using var writer = new StringWriter();
        await new CsvPredictor(new FakeRowPredictor(Schema, predict) { LookAhead = 3 }, rows, "rows.csv", ',')
            .RunAsync(writer, "price", NoProgress.Instance, TestContext.Current.CancellationToken);
        return writer.ToString();
    }
}
