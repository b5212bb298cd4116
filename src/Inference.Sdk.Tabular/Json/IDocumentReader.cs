namespace Inference.Sdk.Tabular;

/// <summary>Reads a document of objects, arrays and values front to back, whether it is written as JSON or as UBJSON. A
/// value that is come upon must be read, entered or skipped before the next.</summary>
internal interface IDocumentReader
{
    /// <summary>Enters an object.</summary>
    void EnterObject();

    /// <summary>Goes to the next member of the object that was entered last.</summary>
    /// <param name="name">Its name in UTF-8.</param>
    /// <returns>Whether there is one; where not, the object is left.</returns>
    bool NextMember(out ReadOnlySpan<byte> name);

    /// <summary>Enters an array.</summary>
    void EnterArray();

    /// <summary>Goes to the next element of the array that was entered last.</summary>
    /// <returns>Whether there is one; where not, the array is left.</returns>
    bool NextElement();

    /// <summary>Reads a string.</summary>
    string ReadString();

    /// <summary>Reads a whole number, or a boolean as 1 or 0.</summary>
    long ReadInteger();

    /// <summary>Reads a number in 32 bits, rounded once; it can be NaN or infinite.</summary>
    float ReadSingle();

    /// <summary>Skips a value, however deep.</summary>
    void Skip();

    /// <summary>Checks that nothing follows.</summary>
    void End();
}
