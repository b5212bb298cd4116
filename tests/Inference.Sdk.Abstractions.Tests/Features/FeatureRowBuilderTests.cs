using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Inference.Sdk.Abstractions.Tests.Features;

public sealed class FeatureRowBuilderTests
{
    private static readonly FeatureSchema Schema = new(
    [
        new() { Name = "area", Required = true },
        new() { Name = "rooms", Type = FeatureType.Integer },
        new() { Name = "zone", Type = FeatureType.Category, Categories = ["north", "south", "1"] },
    ]);

    public static TheoryData<object?, double> Numbers => new()
    {
        { 1.5, 1.5 },
        { 1.5f, 1.5 },
        { 1.5m, 1.5 },
        { (Half)1.5, 1.5 },
        { -3, -3 },
        { -3L, -3 },
        { (short)-3, -3 },
        { (sbyte)-3, -3 },
        { (byte)3, 3 },
        { (ushort)3, 3 },
        { 3u, 3 },
        { 3ul, 3 },
        { true, 1 },
        { false, 0 },
        { "1850.5", 1850.5 },
        { " 1e3 ", 1000 },
        { "-0.25", -0.25 },
        { null, double.NaN },
        { "", double.NaN },
        { "  ", double.NaN },
        { "NaN", double.NaN },
        { double.NaN, double.NaN },
    };

    public static TheoryData<string, double> JsonValues => new()
    {
        { "12.5", 12.5 },
        { "\"12.5\"", 12.5 },
        { "true", 1 },
        { "false", 0 },
        { "null", double.NaN },
    };

    public static TheoryData<string, object?, string> Refusals => new()
    {
        { "area", double.PositiveInfinity, "Feature 'area' is infinite. Give a finite number, or NaN for a missing value." },
        { "area", float.NegativeInfinity, "Feature 'area' is infinite. Give a finite number, or NaN for a missing value." },
        { "area", "Infinity", "Feature 'area' is infinite. Give a finite number, or NaN for a missing value." },
        { "area", "1e999", "Feature 'area' is infinite. Give a finite number, or NaN for a missing value." },
        {
            "area",
            "1,850.5",
            "Feature 'area' was given the text '1,850.5', and it is a number. Give digits with a point before decimals and "
            + "no thousands separators, such as 1850.5."
        },
        {
            "area",
            new string('x', 41),
            $"Feature 'area' was given the text '{new string('x', 40)}…', and it is a number. Give digits with a point before "
            + "decimals and no thousands separators, such as 1850.5."
        },
        {
            "area",
            new DateOnly(2024, 1, 1),
            "Feature 'area' was given a DateOnly. Give a number, a text, or null for a missing value."
        },
        { "rooms", 2.5, "Feature 'rooms' is 2.5, and it is a whole number." },
        { "rooms", "2.5", "Feature 'rooms' is 2.5, and it is a whole number." },
        {
            "zone",
            "West",
            "Feature 'zone' was given 'West', which is none of its categories. Give one of: north, south, 1."
        },
        {
            "zone",
            "North",
            "Feature 'zone' was given 'North', which is none of its categories. Give one of: north, south, 1."
        },
        { "zone", 3, "Feature 'zone' was given 3, and it is a category. Give one of: north, south, 1." },
        { "zone", -1, "Feature 'zone' was given -1, and it is a category. Give one of: north, south, 1." },
        { "zone", 0.5, "Feature 'zone' was given 0.5, and it is a category. Give one of: north, south, 1." },
        { "size", 1, "There is no feature 'size'. The model's features are: area, rooms, zone." },
        { "AREA", null, "There is no feature 'AREA'. The model's features are: area, rooms, zone." },
    };

    public static TheoryData<string, string> JsonRefusals => new()
    {
        { "[1]", "Feature 'area' was given a JSON array. Give a number, a string, or null for a missing value." },
        { "{}", "Feature 'area' was given a JSON object. Give a number, a string, or null for a missing value." },
        { "1e999", "Feature 'area' is infinite. Give a finite number, or NaN for a missing value." },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_taken_in_any_form(object? value, double expected) =>
        Assert.Equal(expected, new FeatureRowBuilder(Optional()).Set("x", value).Build().Values[0]);

    [Theory]
    [MemberData(nameof(JsonValues))]
    public void A_json_value_is_taken(string json, double expected)
    {
        using JsonDocument document = JsonDocument.Parse(json);

        Assert.Equal(expected, new FeatureRowBuilder(Optional()).Set("x", document.RootElement).Build().Values[0]);
    }

    [Fact]
    public void An_undefined_json_value_is_a_missing_one() =>
        Assert.Equal(double.NaN, new FeatureRowBuilder(Optional()).Set("x", default(JsonElement)).Build().Values[0]);

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_the_feature_does_not_take_is_refused(string feature, object? value, string message)
    {
        var error = Assert.Throws<InvalidRequestException>(() => new FeatureRowBuilder(Schema).Set(feature, value));

        Assert.Equal(message, error.Message);
        Assert.Equal(feature, error.Parameter);
        Assert.Null(error.Row);
    }

    [Theory]
    [MemberData(nameof(JsonRefusals))]
    public void Json_that_the_feature_does_not_take_is_refused(string json, string message)
    {
        using JsonDocument document = JsonDocument.Parse(json);

        var error = Assert.Throws<InvalidRequestException>(
            () => new FeatureRowBuilder(Schema).Set("area", document.RootElement));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Half_a_surrogate_pair_in_json_is_refused()
    {
        using JsonDocument document = JsonDocument.Parse("\"\\ud800\"");
        var error = Assert.Throws<InvalidRequestException>(
            () => new FeatureRowBuilder(Schema).Set("zone", (object?)document.RootElement));
        Assert.Equal("Feature 'zone' was given a JSON string with half of a surrogate pair. Give whole characters.", error.Message);
        Assert.Equal("zone", error.Parameter);
    }

    [Fact]
    public void A_required_value_that_is_missing_is_refused()
    {
        var error = Assert.Throws<InvalidRequestException>(() => FeatureRowBuilder.Build(Schema, [new("rooms", 2)]));

        Assert.Equal(
            "Feature 'area' is missing, and this model was not trained on missing values of it. Give it a value.",
            error.Message);
        Assert.Equal("area", error.Parameter);
    }

    [Fact]
    public void Only_the_first_forty_features_are_listed()
    {
        var wide = new FeatureSchema(Enumerable.Range(0, 41).Select(i => new FeatureDescriptor { Name = $"f{i}" }));

        var error = Assert.Throws<InvalidRequestException>(() => new FeatureRowBuilder(wide).Set("g", 1));

        Assert.EndsWith(" f38, f39, ….", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("north", 0)]
    [InlineData("south", 1)]
    [InlineData(" south ", 1)]
    [InlineData("1", 2)]
    [InlineData("", double.NaN)]
    public void A_category_is_taken_by_its_name(string text, double position)
    {
        FeatureRow row = FeatureRowBuilder.Build(Schema, [new("area", 1), new("zone", text)]);

        Assert.Equal([1, double.NaN, position], row.Values.ToArray());
    }

    [Fact]
    public void A_category_is_taken_by_its_position() =>
        Assert.Equal(1, new FeatureRowBuilder(Schema).Set("area", 1).Set("zone", 1).Build().Values[2]);

    [Fact]
    public void A_builder_can_be_built_from_again_and_its_rows_are_independent()
    {
        FeatureRowBuilder builder = new FeatureRowBuilder(Schema).Set("area", 1);
        FeatureRow first = builder.Build();

        FeatureRow second = builder.Set("area", 2).Build();
        FeatureRow third = builder.Clear().Set("area", 3).Set("rooms", 4).Build();

        Assert.Equal((1, 2, 3), (first.Values[0], second.Values[0], third.Values[0]));
        Assert.Equal(double.NaN, second.Values[1]);
    }

    [Fact]
    public void Texts_are_read_and_errors_are_written_in_the_invariant_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            // Made by hand: tests run without the cultures' data.
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            comma.NumberFormat.NumberGroupSeparator = ".";
            CultureInfo.CurrentCulture = comma;
            Assert.Equal("2,5", 2.5.ToString(comma));

            Assert.Equal(1.5, new FeatureRowBuilder(Schema).Set("area", "1.5").Build().Values[0]);
            var error = Assert.Throws<InvalidRequestException>(() => new FeatureRowBuilder(Schema).Set("rooms", 2.5));
            Assert.Contains("is 2.5,", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Any_finite_number_is_the_same_after_a_trip_through_text() => Check.QuickThrowOnFailure(
        Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat>(), number =>
        {
            string text = number.Get.ToString("R", CultureInfo.InvariantCulture);
            double read = new FeatureRowBuilder(Optional()).Set("x", text).Build().Values[0];
            return BitConverter.DoubleToInt64Bits(read) == BitConverter.DoubleToInt64Bits(number.Get);
        }));

    [Fact]
    public void Any_text_is_a_number_a_missing_value_or_refused() => Check.QuickThrowOnFailure(
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            try
            {
                double value = new FeatureRowBuilder(Optional()).Set("x", (object?)text).Build().Values[0];
                return !double.IsInfinity(value);
            }
            catch (InvalidRequestException error)
            {
                return error.Parameter == "x";
            }
        }));

    private static FeatureSchema Optional() => new([new() { Name = "x" }]);
}
