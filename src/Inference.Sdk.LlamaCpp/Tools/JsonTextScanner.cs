namespace Inference.Sdk.LlamaCpp.Tools;

/// <summary>Follows JSON character by character: whether it is inside a text, and how deep inside objects and arrays.</summary>
internal sealed class JsonTextScanner
{
    private bool _isEscaped;

    /// <summary>Gets whether the next character is inside a text.</summary>
    public bool IsInText { get; private set; }

    /// <summary>Gets how many objects and arrays are open.</summary>
    public int Depth { get; private set; }

    /// <summary>Takes the next character.</summary>
    /// <param name="c">The character.</param>
    public void Next(char c)
    {
        if (_isEscaped)
        {
            _isEscaped = false;
        }
        else if (c == '"')
        {
            IsInText = !IsInText;
        }
        else if (IsInText)
        {
            _isEscaped = c == '\\';
        }
        else
        {
            Depth += c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
        }
    }

    /// <summary>Begins anew.</summary>
    public void Reset()
    {
        _isEscaped = false;
        IsInText = false;
        Depth = 0;
    }
}
