namespace Inference.Sdk.SemanticKernel;

/// <summary>Finds the predictors that functions are made of.</summary>
internal static class FunctionPredictors
{
    /// <summary>Finds a predictor by name and types.</summary>
    /// <exception cref="PredictorNotFoundException">There is none of the name, or its types are others: the error names
    /// the method for those.</exception>
    internal static IPredictor<TInput, TOutput> Get<TInput, TOutput>(IServiceProvider provider, string name)
    {
        IPredictorCatalog catalog = Catalog.Of(provider);
        try
        {
            return catalog.Get<TInput, TOutput>(name);
        }
        catch (PredictorNotFoundException e) when (catalog.Entries.FirstOrDefault(p => p.Name == name) is { } entry)
        {
            throw new PredictorNotFoundException(name, $"{e.Message} {Remedy(entry)}");
        }
    }

    private static string Remedy(PredictorEntry entry)
    {
        if (entry.InputType == typeof(ChatRequest))
        {
            return "It is a language model, which no function is made of: add it with "
                + $"{nameof(Microsoft.SemanticKernel.InferenceChatKernelBuilderExtensions.AddInferenceChatCompletion)}"
                + $"(\"{entry.Name}\").";
        }

        string arguments = (entry.InputType == typeof(FeatureRow), entry.OutputType == typeof(float)) switch
        {
            (true, true) => "",
            (true, false) => ", outputType",
            _ => ", inputType, outputType",
        };
        string what = arguments.Length > 0 ? ", with System.Text.Json's JsonTypeInfo of its types" : "";
        return $"A function of it is made by AddFromPredictor(\"{entry.Name}\"{arguments}){what}.";
    }
}
