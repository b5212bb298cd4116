namespace Inference.Sdk.Tabular;

/// <summary>Makes a linear model ready to predict.</summary>
internal static class LinearLoader
{
    public static ParsedModel Load(ReadOnlyMemory<byte> content, TabularLoadOptions options, LoadContext context)
    {
        LinearModel model = LinearReader.Read(content, context);
        IterationSlice.RefuseFor("a linear model", options, context);
        return Compile(model);
    }

    public static ParsedModel Compile(LinearModel model)
    {
        FeatureDescriptor[] features = [.. model.Features.Select(f => f.Feature with { Required = f.Impute is null })];
        LinearTerm[] terms = [.. model.Features.Select(f => new LinearTerm(
            f.Weight,
            f.Impute ?? double.NaN,
            f.Feature.Type == FeatureType.Category ? [.. f.CategoryWeights] : null))];
        return new ParsedModel
        {
            Format = TabularFormat.Linear,
            Features = features,
            NamesFeatures = true,
            Schema = new SchemaDocument
            {
                Name = model.Name,
                Version = model.Version,
                Features = [.. features.Select(f => new SchemaFeature(f, f.Required))],
                Output = model.Output,
            },
            Objective = model.Link switch
            {
                LinearLink.Logistic => "logistic",
                LinearLink.Exp => "exp",
                _ => "identity",
            },
            Kernel = new LinearKernel(terms, model.Intercept),
            Transform = model.Link switch
            {
                LinearLink.Logistic => new SigmoidTransform(),
                LinearLink.Exp => new ExpTransform(),
                _ => IdentityTransform.Instance,
            },
        };
    }
}
