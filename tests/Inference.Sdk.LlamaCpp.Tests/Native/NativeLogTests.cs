using Inference.Sdk.LlamaCpp.Native.Logging;
using Inference.Sdk.LlamaCpp.Tests.Native.Support;
using Microsoft.Extensions.Logging;

namespace Inference.Sdk.LlamaCpp.Tests.Native;

public sealed class NativeLogTests
{
    private readonly CollectingLogger _logger = new();

    [Fact]
    public void Pieces_of_a_line_become_one_message_of_the_first_ones_level()
    {
        var scope = new NativeLogScope(_logger);

        scope.Write(NativeLogLevel.Warning, "some");
        scope.Write(NativeLogLevel.Continuation, "thing");
        scope.Write(NativeLogLevel.Continuation, " odd\n");

        Assert.Equal([(LogLevel.Warning, "llama.cpp: something odd")], _logger.Messages);
    }

    [Fact]
    public void A_piece_with_several_lines_becomes_several_messages()
    {
        var scope = new NativeLogScope(_logger);

        scope.Write(NativeLogLevel.Error, "one\n\ntwo\nthr");
        scope.Write(NativeLogLevel.Continuation, "ee\n");

        Assert.Equal(
            [(LogLevel.Error, "llama.cpp: one"), (LogLevel.Error, "llama.cpp: two"), (LogLevel.Error, "llama.cpp: three")],
            _logger.Messages);
        Assert.Equal("one; two; three", scope.Errors);
    }

    [Fact]
    public void Whole_lines_of_every_level_can_be_read_on_the_side()
    {
        var lines = new List<string>();
        var scope = new NativeLogScope(_logger, lines.Add);

        scope.Write(NativeLogLevel.Debug, "one");
        scope.Write(NativeLogLevel.Continuation, " more\n\n");
        scope.Write(NativeLogLevel.Error, "two\n");

        Assert.Equal(["one more", "two"], lines);
    }

    [Theory]
    [InlineData((int)NativeLogLevel.Debug, LogLevel.Trace)]
    [InlineData((int)NativeLogLevel.Info, LogLevel.Debug)]
    [InlineData((int)NativeLogLevel.Warning, LogLevel.Warning)]
    [InlineData((int)NativeLogLevel.Error, LogLevel.Error)]
    public void Levels_are_one_below_the_librarys_where_it_is_chatty(int native, LogLevel level)
    {
        new NativeLogScope(_logger).Write((NativeLogLevel)native, "text\n");

        Assert.Equal([(level, "llama.cpp: text")], _logger.Messages);
    }

    [Fact]
    public void Only_the_last_errors_are_kept()
    {
        var scope = new NativeLogScope(_logger);

        for (int i = 0; i < 20; i++)
        {
            scope.Write(NativeLogLevel.Error, $"{i}\n");
        }

        Assert.Equal("12; 13; 14; 15; 16; 17; 18; 19", scope.Errors);
        scope.ClearErrors();
        Assert.Equal("", scope.Errors);
    }

    [Fact]
    public void A_logger_that_throws_is_asked_once_and_told_of_with_the_errors()
    {
        int asked = 0;
        _logger.OnMessage = _ =>
        {
            asked++;
            throw new InvalidOperationException("disk full");
        };
        var scope = new NativeLogScope(_logger);

        scope.Write(NativeLogLevel.Info, "one\n");
        scope.Write(NativeLogLevel.Error, "two\n");

        Assert.Equal(1, asked);
        Assert.Equal("the logger failed: disk full; two", scope.Errors);
    }

    [Fact]
    public void What_a_thread_logs_in_a_scope_goes_there_only()
    {
        var outer = new CollectingLogger();
        NativeLogScope? before = NativeLog.Enter(new NativeLogScope(outer));
        NativeLogScope? previous = NativeLog.Enter(new NativeLogScope(_logger));
        NativeLog.Receive(NativeLogLevel.Info, "inner\n");
        NativeLog.Leave(previous);
        NativeLog.Receive(NativeLogLevel.Info, "outer\n");
        NativeLog.Leave(before);

        Assert.Equal([(LogLevel.Debug, "llama.cpp: inner")], _logger.Messages);
        Assert.Equal([(LogLevel.Debug, "llama.cpp: outer")], outer.Messages);
    }
}
