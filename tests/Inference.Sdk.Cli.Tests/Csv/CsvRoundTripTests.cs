using FsCheck;
using FsCheck.Fluent;
using Inference.Sdk.Cli.Csv;

namespace Inference.Sdk.Cli.Tests.Csv;

public sealed class CsvRoundTripTests
{
    [Fact]
    public void Whatever_is_escaped_is_read_back()
    {
        Gen<char> character = Gen.Elements('a', 'b', ',', '"', '\n', '\r', ' ', 'é', ';');
        Gen<string> cell = character.ListOf().Select(cs => new string([.. cs]));
        Gen<string[][]> table = cell.NonEmptyListOf().Select(cells => cells.ToArray()).NonEmptyListOf().Select(rows => rows.ToArray());
        Prop.ForAll(table.ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(2026, 11));
    }

    private static async Task<bool> Holds(string[][] table)
    {
        string text = string.Concat(table.Select(row => string.Join(',', row.Select(c => CsvText.Escape(c, ','))) + "\n"));
        var reader = new CsvReader(new TricklingReader(text), "rows.csv", ',');
        foreach (string[] row in table)
        {
            if (!await reader.ReadAsync(CancellationToken.None)
                || !row.SequenceEqual(Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetField(i).ToString())))
            {
                return false;
            }
        }

        return !await reader.ReadAsync(CancellationToken.None);
    }
}
