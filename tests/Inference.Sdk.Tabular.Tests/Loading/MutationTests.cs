using System.Text;
using System.Text.Json.Nodes;

namespace Inference.Sdk.Tabular.Tests.Loading;

/// <summary>Copies of valid models with bytes flipped, cut, spliced and numbers blown up: each loads and predicts, or
/// is refused with a <see cref="ModelLoadException"/>. None crashes, hangs, or takes memory out of
/// proportion.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Mutations = 2000;

    // What a small model may take: 65536 unnamed features and 4 MiB of category bits are the most a file claims for
    // free.
    private const long MemoryLimit = 64L * 1024 * 1024;

    private static readonly string[] Numbers =
        ["0", "-1", "1", "2", "65", "2147483647", "-2147483648", "4294967295", "99999999999999999999", "1e308", "1e999",
            "-0", "nan", "inf", "NaN", "0.5", "1,5", ""];

    public static TheoryData<string> Formats => ["lightgbm", "xgboost", "ubjson", "ubjson-typed", "linear"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_mutated_model_loads_or_is_refused(string format)
    {
        byte[][] originals = [Sample(format), Sample(format == "linear" ? "xgboost" : format)];
        var random = new Random(20261123);
        int loaded = 0;
        long most = 0;
        for (int i = 0; i < Mutations; i++)
        {
            byte[] mutated = Mutate(originals, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                TabularModel model = await Models.LoadAsync(mutated);
                await using var predictor = new TabularPredictor(model);
                foreach (double value in (double[])[0, 1.5, double.NaN, double.NegativeInfinity, 1e300])
                {
                    double[] row = new double[model.Schema.Count];
                    Array.Fill(row, value);
                    predictor.Predict(row);
                    predictor.Predict([.. row.Select(v => (float)v)]);
                }

                loaded++;
            }
            catch (ModelLoadException error)
            {
                Assert.NotEmpty(error.Message);
            }

            most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        output.WriteLine($"{format}: {loaded} of {Mutations} loaded; at most {most / 1024} KiB allocated");
        Assert.InRange(loaded, 1, Mutations - 1);
        Assert.InRange(most, 0, MemoryLimit);
    }

    private static byte[] Mutate(byte[][] originals, Random random)
    {
        byte[] bytes = [.. originals[0]];
        for (int times = random.Next(1, 4); times > 0; times--)
        {
            int at = random.Next(bytes.Length);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2 when times == 1:
                    bytes = bytes[..Math.Max(at, 1)];
                    break;
                case 3:
                    byte[] other = originals[random.Next(originals.Length)];
                    int from = random.Next(other.Length);
                    bytes = [.. bytes[..at], .. other[from..Math.Min(other.Length, from + random.Next(200))], .. bytes[at..]];
                    break;
                default:
                    bytes = BlowUpNumber(bytes, at, random);
                    break;
            }
        }

        return bytes;
    }

    private static byte[] BlowUpNumber(byte[] bytes, int at, Random random)
    {
        int start = Array.FindIndex(bytes, at, b => char.IsAsciiDigit((char)b));
        if (start < 0)
        {
            return bytes;
        }

        int end = start;
        while (end < bytes.Length && char.IsAsciiDigit((char)bytes[end]))
        {
            end++;
        }

        return [.. bytes[..start], .. Encoding.UTF8.GetBytes(Numbers[random.Next(Numbers.Length)]), .. bytes[end..]];
    }

    private static byte[] Sample(string format) => format switch
    {
        "lightgbm" => Encoding.UTF8.GetBytes(LightGbm()),
        "xgboost" => Encoding.UTF8.GetBytes(XGBoost().ToJsonString()),
        "ubjson" => UbjsonEncoder.Encode(XGBoost(), UbjsonStyle.Closed),
        "ubjson-typed" => UbjsonEncoder.Encode(XGBoost(), UbjsonStyle.Typed),
        _ => Encoding.UTF8.GetBytes("""
            { "format": "inference-linear", "version": 1, "name": "m", "intercept": 2.5, "link": "exp", "features": [
              { "name": "a", "weight": 0.5, "impute": 3, "min": 0, "max": 10, "unit": "kg" },
              { "name": "b", "type": "integer", "weight": -1, "description": "whole" },
              { "name": "c", "type": "category", "categories": ["u", "v"], "weights": { "u": 1, "v": 2 }, "impute": "v" } ],
              "output": { "name": "y", "type": "number", "digits": 2 } }
            """),
    };

    private static string LightGbm()
    {
        const string Body = "split_feature=0 1 2\nsplit_gain=3 2 1\nthreshold=5 1.25 0\ndecision_type=2 8 5\n"
            + "left_child=1 -1 -2\nright_child=2 -3 -4\nleaf_value=0.5 -0.25 1e-3 4\n"
            + "num_cat=1\ncat_boundaries=0 2\ncat_threshold=5 9\n";
        return new LightGbmText("a", "b", "c") { Objective = "binary sigmoid:1", Infos = "[0:1] [-5:5] 1:2:33" }
            .Tree(4, Body).Stump(1, "0.5", 4, -1, 1).Leaf(0.125).ToString();
    }

    private static JsonObject XGBoost() => new XGBoostText(3)
    {
        Objective = "binary:logistic",
        BaseScore = "[5E-1]",
        Names = ["a", "b", "c"],
        Types = ["float", "int", "c"],
        Attributes =
        {
            ["inference.schema"] = "{\"name\":\"m\",\"features\":[{\"name\":\"a\",\"min\":0},{\"name\":\"b\"},{\"name\":\"c\"}]}",
        },
    }
    .Tree([1, 3, -1, -1, -1], [2, 4, -1, -1, -1], [0, 1, 0, 0, 0], [5, 1.5f, 0.25f, -0.5f, 1], [1, 0, 0, 0, 0])
    .Tree([1, -1, -1], [2, -1, -1], [2, 0, 0], [0, 1, 2], [0, 0, 0], new JsonObject
    {
        ["categories"] = XGBoostText.Array([1, 33]),
        ["categories_nodes"] = XGBoostText.Array([0]),
        ["categories_segments"] = XGBoostText.Array([0]),
        ["categories_sizes"] = XGBoostText.Array([2]),
        ["split_type"] = XGBoostText.Array([1, 0, 0]),
    })
    .Leaf(0.5f).ToJson();
}
