namespace Inference.Sdk.Cli.Csv;

/// <summary>What came of scanning a record.</summary>
internal enum CsvScanResult
{
    /// <summary>The record is whole.</summary>
    Complete,

    /// <summary>The record goes on after the text at hand.</summary>
    NeedsMore,

    /// <summary>A quote is open where the input ends.</summary>
    OpenQuote,

    /// <summary>Text follows a closing quote.</summary>
    TextAfterQuote,
}
