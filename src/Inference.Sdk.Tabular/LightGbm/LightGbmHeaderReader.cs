using System.Globalization;
using System.Text;

namespace Inference.Sdk.Tabular.LightGbm;

/// <summary>Reads what stands before the trees, up to and including the first line of the first tree.</summary>
internal ref struct LightGbmHeaderReader(LoadContext context)
{
    private string? _names;
    private string? _infos;
    private string _objective = "";
    private int? _maxFeature;
    private int? _treeCount;
    private int _classes = 1;
    private int _treesPerIteration = 1;
    private bool _average;

    /// <param name="lines">The file.</param>
    /// <param name="hasTrees">Whether a tree begins.</param>
    public LightGbmHeader Read(ref Utf8Lines lines, out bool hasTrees)
    {
        hasTrees = false;
        bool closed = false;
        while (!closed && lines.TryRead(out ReadOnlySpan<byte> line))
        {
            hasTrees = line.StartsWith("Tree="u8);
            closed = hasTrees || line.SequenceEqual(LightGbmFormat.EndOfTrees)
                || line.SequenceEqual(LightGbmFormat.Importances);
            if (!closed)
            {
                ReadLine(line);
            }
        }

        return closed ? Finish() : throw context.Truncated("it has no trees");
    }

    private void ReadLine(ReadOnlySpan<byte> line)
    {
        int equals = line.IndexOf((byte)'=');
        ReadOnlySpan<byte> key = equals < 0 ? line : line[..equals];
        ReadOnlySpan<byte> value = equals < 0 ? default : line[(equals + 1)..];
        switch (key)
        {
            case var _ when key.SequenceEqual("version"u8):
                RequireKnown(value);
                break;
            case var _ when key.SequenceEqual("num_class"u8):
                _classes = Integer("num_class", value);
                break;
            case var _ when key.SequenceEqual("num_tree_per_iteration"u8):
                _treesPerIteration = Integer("num_tree_per_iteration", value);
                break;
            case var _ when key.SequenceEqual("max_feature_idx"u8):
                _maxFeature = Integer("max_feature_idx", value);
                break;
            case var _ when key.SequenceEqual("objective"u8):
                _objective = Encoding.UTF8.GetString(value).Trim();
                break;
            case var _ when key.SequenceEqual("average_output"u8):
                _average = true;
                break;
            case var _ when key.SequenceEqual("feature_names"u8):
                _names = Encoding.UTF8.GetString(value);
                break;
            case var _ when key.SequenceEqual("feature_infos"u8):
                _infos = Encoding.UTF8.GetString(value);
                break;
            case var _ when key.SequenceEqual("tree_sizes"u8):
                _treeCount = (Utf8Numbers.Parse<long>(value)
                    ?? throw context.Corrupt("'tree_sizes' is not a list of numbers")).Length;
                break;
        }
    }

    // LightGBM looks at no version; a later one may mean something else by the same words.
    private readonly void RequireKnown(ReadOnlySpan<byte> version)
    {
        if (!version.SequenceEqual("v4"u8) && !version.SequenceEqual("v3"u8) && !version.SequenceEqual("v2"u8))
        {
            throw context.Unsupported(
                $"it is in version '{Utf8Text.Shorten(version)}' of LightGBM's format; v2, v3 and v4 are known",
                "Save it with LightGBM 4, or update this package.");
        }
    }

    private readonly LightGbmHeader Finish()
    {
        if (_classes != 1 || _treesPerIteration != 1)
        {
            throw context.Unsupported(
                $"it outputs {Math.Max(_classes, _treesPerIteration)} values for a row (num_class={_classes}, "
                + $"num_tree_per_iteration={_treesPerIteration}), and one is supported",
                "Train one binary model for each class.");
        }

        if (_maxFeature is not { } maxFeature)
        {
            throw context.Corrupt("its header has no 'max_feature_idx'");
        }

        return new LightGbmHeader
        {
            FeatureNames = List("feature_names", _names, maxFeature),
            FeatureInfos = List("feature_infos", _infos, maxFeature),
            Objective = _objective,
            Average = _average,
            TreeCount = _treeCount,
        };
    }

    private readonly string[] List(string key, string? value, int maxFeature)
    {
        string[] items = value?.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            ?? throw context.Corrupt($"its header has no '{key}'");
        return items.Length == maxFeature + 1L
            ? items
            : throw context.Corrupt(
                $"'{key}' lists {items.Length} columns and 'max_feature_idx' is {maxFeature}, so "
                + $"{maxFeature + 1L} are expected");
    }

    private readonly int Integer(string key, ReadOnlySpan<byte> value) =>
        int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw context.Corrupt($"'{key}' is '{Utf8Text.Shorten(value)}', not a whole number");
}
