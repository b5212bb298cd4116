using System.Text.Json;

namespace Inference.Sdk.Tabular.LightGbm;

/// <summary>What is read of the lines after the trees.</summary>
/// <param name="CategoricalColumns">The columns that the training parameters call categorical.</param>
/// <param name="PandasCategories">The categories of pandas' categorical columns, a list for each; empty where there is no
/// such line.</param>
internal sealed record LightGbmTrailer(
    IReadOnlyList<int> CategoricalColumns, IReadOnlyList<IReadOnlyList<JsonElement>> PandasCategories);
