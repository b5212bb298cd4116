namespace Inference.Sdk.Tabular;

/// <summary>The names formats have in <see cref="ModelIdentity.Format"/>.</summary>
internal static class TabularFormatNames
{
    public static string Of(TabularFormat format) => format switch
    {
        TabularFormat.LightGbmText => "lightgbm-text",
        TabularFormat.XGBoostJson => "xgboost-json",
        TabularFormat.XGBoostUbjson => "xgboost-ubjson",
        TabularFormat.Linear => "inference-linear",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}
