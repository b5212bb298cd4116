using Inference.Sdk.Cli.Output;

namespace Inference.Sdk.Cli.Tests.Output;

public sealed class UnitsTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1024, "1.00 KiB")]
    [InlineData(15_728_640, "15.0 MiB")]
    [InlineData(536_870_912, "512 MiB")]
    [InlineData(4_831_838_208, "4.50 GiB")]
    public void Sizes_are_in_powers_of_1024(long bytes, string expected) => Assert.Equal(expected, Units.Bytes(bytes));

    [Theory]
    [InlineData(1234567.8, "1,234,568")]
    [InlineData(98.24, "98.2")]
    [InlineData(2.345, "2.35")]
    [InlineData(0.00012, "0.0001")]
    [InlineData(0, "0")]
    public void Numbers_keep_about_three_digits(double value, string expected) => Assert.Equal(expected, Units.Number(value));

    [Theory]
    [InlineData(2.5, "2.50 s")]
    [InlineData(0.0451, "45.1 ms")]
    [InlineData(0.0000025, "2.50 µs")]
    public void Durations_are_in_the_unit_that_suits(double seconds, string expected) =>
        Assert.Equal(expected, Units.Duration(TimeSpan.FromSeconds(seconds)));
}
