namespace Inference.Sdk.Catalog;

/// <summary>Type names as they are written in C#, for messages.</summary>
internal static class TypeNames
{
    public static string Of(Type type)
    {
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (!type.IsGenericType)
        {
            return type.Name;
        }

        // A nested type of a generic one is generic without a backtick in its own name.
        int arity = type.Name.IndexOf('`');
        string name = arity < 0 ? type.Name : type.Name[..arity];
        return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }

    public static string OfPredictor(Type input, Type output, Type? update) => update is null
        ? $"IPredictor<{Of(input)}, {Of(output)}>"
        : $"IStreamingPredictor<{Of(input)}, {Of(output)}, {Of(update)}>";
}
