namespace Inference.Sdk.Tabular;

/// <summary>The format of a tabular model's file, told from its content.</summary>
public enum TabularFormat
{
    /// <summary>LightGBM's text format, as <c>Booster.save_model</c> writes it.</summary>
    LightGbmText,

    /// <summary>XGBoost's JSON format, as <c>Booster.save_model</c> writes it to a name ending in
    /// <c>.json</c>.</summary>
    XGBoostJson,

    /// <summary>XGBoost's binary JSON format (UBJSON), as <c>Booster.save_model</c> writes it to a name ending in
    /// <c>.ubj</c>.</summary>
    XGBoostUbjson,

    /// <summary>The linear format of this package: see <see cref="LinearModel"/>.</summary>
    Linear,
}
