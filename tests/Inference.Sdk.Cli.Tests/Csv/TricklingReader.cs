namespace Inference.Sdk.Cli.Tests.Csv;

/// <summary>Gives one character a read, as a slow pipe may.</summary>
internal sealed class TricklingReader(string text) : TextReader
{
    private int _position;

    public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        if (_position == text.Length)
        {
            return new(0);
        }

        buffer.Span[0] = text[_position++];
        return new(1);
    }
}
