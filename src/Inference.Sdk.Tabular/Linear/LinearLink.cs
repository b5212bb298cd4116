namespace Inference.Sdk.Tabular;

/// <summary>What turns the weighted sum of a linear model into its prediction.</summary>
public enum LinearLink
{
    /// <summary>Nothing: the sum is the prediction (<c>identity</c>).</summary>
    Identity,

    /// <summary>1 / (1 + exp(-sum)), a probability (<c>logistic</c>).</summary>
    Logistic,

    /// <summary>exp(sum), a positive amount or rate (<c>exp</c>).</summary>
    Exp,
}
