using Spectre.Console;

namespace Inference.Sdk.Cli.Output;

/// <summary>A table of names and values.</summary>
internal sealed class FactTable
{
    private readonly Table _table;

    public FactTable(string title, params ReadOnlySpan<string> columns)
    {
        _table = new Table().Title(Markup.Escape(title)).Border(TableBorder.Rounded);
        _table.Title = new TableTitle(Markup.Escape(title));
        foreach (string column in columns)
        {
            _table.AddColumn(new TableColumn(new Text(column)));
        }

        _table.ShowHeaders = columns.ContainsAnyExcept("");
    }

    /// <summary>Adds a row; one without a value is left out.</summary>
    public FactTable Add(string name, string? value)
    {
        if (value is not null)
        {
            _table.AddRow(new Text(name), new Text(value));
        }

        return this;
    }

    /// <summary>Adds a row of as many cells as there are columns.</summary>
    public FactTable AddCells(params ReadOnlySpan<string> cells)
    {
        var row = new Text[cells.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            row[i] = new Text(cells[i]);
        }

        _table.AddRow(row);
        return this;
    }

    /// <summary>Writes the table.</summary>
    public void WriteTo(IAnsiConsole console) => console.Write(_table);
}
