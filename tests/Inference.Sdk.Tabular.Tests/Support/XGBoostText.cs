using System.Text.Json.Nodes;

namespace Inference.Sdk.Tabular.Tests;

/// <summary>Writes small XGBoost models by hand.</summary>
internal sealed class XGBoostText(int features)
{
    private readonly JsonArray _trees = [];

    public string Objective { get; init; } = "reg:squarederror";

    public string BaseScore { get; init; } = "0E0";

    public string Booster { get; init; } = "gbtree";

    public int Classes { get; init; }

    public int ParallelTrees { get; init; } = 1;

    public string[] Names { get; init; } = [];

    public string[] Types { get; init; } = [];

    public Dictionary<string, string> Attributes { get; init; } = [];

    public float[]? TreeWeights { get; init; }

    public float[]? LinearWeights { get; init; }

    public XGBoostText Stump(int feature, float threshold, bool missingLeft, float left, float right) =>
        Tree([1, -1, -1], [2, -1, -1], [feature, 0, 0], [threshold, left, right], [missingLeft ? 1 : 0, 0, 0]);

    public XGBoostText Leaf(float value) => Tree([-1], [-1], [0], [value], [0]);

    public XGBoostText Tree(int[] left, int[] right, int[] split, float[] conditions, int[] defaultLeft, JsonObject? more = null)
    {
        var tree = new JsonObject
        {
            ["default_left"] = Array(defaultLeft),
            ["id"] = _trees.Count,
            ["left_children"] = Array(left),
            ["right_children"] = Array(right),
            ["split_conditions"] = Array(conditions),
            ["split_indices"] = Array(split),
            ["tree_param"] = new JsonObject { ["num_nodes"] = $"{left.Length}", ["size_leaf_vector"] = "1" },
        };
        foreach ((string name, JsonNode? value) in more?.ToArray() ?? [])
        {
            more!.Remove(name);
            tree[name] = value;
        }

        _trees.Add((JsonNode)tree);
        return this;
    }

    public static JsonArray Array<T>(T[] values) => new([.. values.Select(value => JsonValue.Create(value))]);

    public override string ToString() => ToJson().ToJsonString();

    public JsonObject ToJson()
    {
        int count = _trees.Count;
        JsonObject model = Booster == "gblinear"
            ? new JsonObject { ["weights"] = Array(LinearWeights!) }
            : new JsonObject
            {
                ["gbtree_model_param"] = new JsonObject
                {
                    ["num_parallel_tree"] = $"{ParallelTrees}",
                    ["num_trees"] = $"{count}",
                },
                ["tree_info"] = Array(new int[count]),
                ["trees"] = _trees.DeepClone(),
            };
        JsonObject booster = Booster == "dart"
            ? new JsonObject
            {
                ["gbtree"] = new JsonObject { ["model"] = model, ["name"] = "gbtree" },
                ["name"] = "dart",
                ["weight_drop"] = Array(TreeWeights!),
            }
            : new JsonObject { ["model"] = model, ["name"] = Booster };
        return new JsonObject
        {
            ["learner"] = new JsonObject
            {
                ["attributes"] = new JsonObject(
                    Attributes.Select(a => KeyValuePair.Create<string, JsonNode?>(a.Key, a.Value))),
                ["feature_names"] = Array(Names),
                ["feature_types"] = Array(Types),
                ["gradient_booster"] = booster,
                ["learner_model_param"] = new JsonObject
                {
                    ["base_score"] = BaseScore,
                    ["num_class"] = $"{Classes}",
                    ["num_feature"] = $"{features}",
                    ["num_target"] = "1",
                },
                ["objective"] = new JsonObject { ["name"] = Objective },
            },
            ["version"] = Array([3, 4, 1]),
        };
    }
}
