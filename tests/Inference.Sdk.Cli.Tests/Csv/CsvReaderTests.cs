using System.Text;
using Inference.Sdk.Cli.Csv;

namespace Inference.Sdk.Cli.Tests.Csv;

public sealed class CsvReaderTests
{
    public static TheoryData<string, string[][]> Documents => new()
    {
        { "a,b\n1,2\n", [["a", "b"], ["1", "2"]] },
        { "a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]] },
        { "a,b\r1,2\r", [["a", "b"], ["1", "2"]] },
        { "a,b\n1,2", [["a", "b"], ["1", "2"]] },
        { "a,b\n\"x, y\",\"say \"\"hi\"\"\"\n", [["a", "b"], ["x, y", "say \"hi\""]] },
        { "a,b\n\"one\ntwo\",3\n4,5\n", [["a", "b"], ["one\ntwo", "3"], ["4", "5"]] },
        { "a,b\n\"\",\n", [["a", "b"], ["", ""]] },
        { "a\n\n1\n", [["a"], [""], ["1"]] },
        { "5\" pipe,b\n", [["5\" pipe", "b"]] },
        { "a,b\n1\n1,2,3\n", [["a", "b"], ["1"], ["1", "2", "3"]] },
        { "\"a\"\r\n\"b\"", [["a"], ["b"]] },
        { "", [] },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Records_are_read_as_RFC_4180_says(string text, string[][] expected)
    {
        Assert.Equal(expected, await ReadAsync(new StringReader(text)));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_source_that_gives_one_character_at_a_time_reads_the_same(string text, string[][] expected)
    {
        Assert.Equal(expected, await ReadAsync(new TricklingReader(text)));
    }

    [Fact]
    public async Task The_raw_record_and_its_line_end_are_kept_as_they_were_written()
    {
        CsvReader reader = Over("\"a\" ,b\r\n".Replace("\" ", "\"", StringComparison.Ordinal) + "\"x\"\"y\", 2 \n");
        await reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal("\r\n", reader.LineEnd.ToString());
        await reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal("\"x\"\"y\", 2 ", reader.RawRecord.ToString());
        Assert.Equal("\n", reader.LineEnd.ToString());
    }

    [Fact]
    public async Task The_line_is_the_one_a_record_begins_on_even_after_fields_with_line_ends()
    {
        CsvReader reader = Over("a,b\r\n\"1\r\n2\r3\n4\",x\r\n\r\n5,6\n");
        var lines = new List<long>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            lines.Add(reader.Line);
        }

        Assert.Equal([1, 2, 6, 7], lines);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_names_the_line_it_opens_on()
    {
        CsvReader reader = Over("a,b\n1,2\n\"3\n4\",\"5\n6\n");
        InvalidRequestException exception = await Assert.ThrowsAsync<InvalidRequestException>(() => DrainAsync(reader));
        Assert.StartsWith("rows.csv, line 4, field 2: a quoted field has no closing quote", exception.Message);
    }

    [Fact]
    public async Task Text_after_a_closing_quote_is_an_error_that_names_line_and_field()
    {
        CsvReader reader = Over("a,b\n1,\"5\" pipe\n");
        InvalidRequestException exception = await Assert.ThrowsAsync<InvalidRequestException>(() => DrainAsync(reader));
        Assert.StartsWith("rows.csv, line 2, field 2: there is text after the closing quote", exception.Message);
    }

    [Fact]
    public async Task A_record_beyond_the_limit_is_an_error_and_not_a_file_in_memory()
    {
        CsvReader reader = Over("a,b\n\"" + new string('x', CsvReader.MaxRecordLength) + "\n");
        InvalidRequestException exception = await Assert.ThrowsAsync<InvalidRequestException>(() => DrainAsync(reader));
        Assert.StartsWith("rows.csv, line 2: a record is longer than 1048576 characters.", exception.Message);
    }

    [Fact]
    public async Task Records_longer_than_the_buffer_are_read_whole()
    {
        string longField = string.Concat(Enumerable.Range(0, 30_000).Select(i => i % 7 == 0 ? "\"\"" : "ab"));
        List<string[]> records = await ReadAsync(new StringReader($"a,\"{longField}\"\nb,c\n"));
        Assert.Equal(longField.Replace("\"\"", "\"", StringComparison.Ordinal), records[0][1]);
        Assert.Equal(["b", "c"], records[1]);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_an_error_and_not_replacement_characters()
    {
        var bytes = new MemoryStream([(byte)'a', (byte)'\n', 0xE9, (byte)'\n']);
        var reader = new CsvReader(new StreamReader(bytes, new UTF8Encoding(false, true)), "rows.csv", ',');
        InvalidRequestException exception = await Assert.ThrowsAsync<InvalidRequestException>(() => DrainAsync(reader));
        Assert.Contains("not UTF-8", exception.Message);
    }

    [Fact]
    public async Task Another_delimiter_leaves_commas_alone()
    {
        var reader = new CsvReader(new StringReader("a;1,5\n"), "rows.csv", ';');
        await reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal("1,5", reader.GetField(1).ToString());
    }

    [Fact]
    public async Task Cancelling_ends_the_read()
    {
        CsvReader reader = Over("a,b\n");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await reader.ReadAsync(new CancellationToken(canceled: true)));
    }

    private static CsvReader Over(string text) => new(new StringReader(text), "rows.csv", ',');

    private static async Task DrainAsync(CsvReader reader)
    {
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            Assert.True(reader.FieldCount > 0);
        }
    }

    private static async Task<List<string[]>> ReadAsync(TextReader text)
    {
        var reader = new CsvReader(text, "rows.csv", ',');
        var records = new List<string[]>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            records.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetField(i).ToString())]);
        }

        return records;
    }
}
