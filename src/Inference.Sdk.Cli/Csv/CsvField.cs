namespace Inference.Sdk.Cli.Csv;

/// <summary>Where a field lies in its record, quotes left out.</summary>
/// <param name="Offset">The characters before it in the record.</param>
/// <param name="Length">Its characters.</param>
/// <param name="HasEscapes">Whether it has doubled quotes.</param>
internal readonly record struct CsvField(int Offset, int Length, bool HasEscapes);
