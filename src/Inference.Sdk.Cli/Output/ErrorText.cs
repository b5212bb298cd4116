namespace Inference.Sdk.Cli.Output;

/// <summary>Words for people out of exceptions.</summary>
internal static class ErrorText
{
    /// <summary>Describes a failure in one message, without a stack trace.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        // These say what is wrong, where, and what to do.
        InferenceException => exception.Message,

        // The operating system's own words, which name the file.
        IOException or UnauthorizedAccessException => exception.Message,

        // Anything else is a defect, and its type is part of the description.
        _ => $"unexpected {exception.GetType().Name}: {exception.Message} Run again with --verbose for the details.",
    };
}
