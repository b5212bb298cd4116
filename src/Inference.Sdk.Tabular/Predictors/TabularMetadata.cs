using System.Globalization;

namespace Inference.Sdk.Tabular;

/// <summary>Describes predictors over tabular models.</summary>
internal static class TabularMetadata
{
    public static PredictorMetadata Of(TabularModel model, string name) => new()
    {
        Name = name,
        Kind = PredictorKind.Tabular,
        Model = model.Identity,
        InputSchema = model.Schema,
        Output = model.Output,
        Properties = new Dictionary<string, string>
        {
            ["objective"] = model.Objective,
            ["features"] = model.Schema.Count.ToString(CultureInfo.InvariantCulture),
            ["trees"] = model.TreeCount.ToString(CultureInfo.InvariantCulture),
            ["leaves"] = model.LeafCount.ToString(CultureInfo.InvariantCulture),
        }.AsReadOnly(),
    };
}
