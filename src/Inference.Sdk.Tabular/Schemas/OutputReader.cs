namespace Inference.Sdk.Tabular;

/// <summary>Reads the output of a schema document: <c>name</c>, <c>type</c> (always <c>number</c>), <c>unit</c>,
/// <c>digits</c>, <c>description</c>.</summary>
internal static class OutputReader
{
    public static OutputDescriptor? Read(JsonObjectReader? json)
    {
        if (json is null)
        {
            return null;
        }

        if (json.Text("type") is not (null or "number"))
        {
            throw json.Wrong("type", "is not 'number', which is what one output is");
        }

        double? digits = json.Number("digits");
        if (digits is not (null or (>= 0 and <= 15)) || digits != Math.Truncate(digits ?? 0) && digits is not null)
        {
            throw json.Wrong("digits", "is not a whole number from 0 to 15");
        }

        var output = new OutputDescriptor
        {
            Name = json.Text("name") ?? "prediction",
            Unit = json.Text("unit"),
            Description = json.Text("description"),
            Digits = (int?)digits,
        };
        json.End();
        return output;
    }
}
