namespace Inference.Sdk.Tabular.Tests.LightGbm;

public sealed class LightGbmFileTests
{
    private static LightGbmText Small => new LightGbmText("x", "y").Stump(0, "1.5", 0, -1, 1).Stump(1, "2.5", 8, -2, 2);

    [Fact]
    public async Task The_schema_is_read_from_names_ranges_and_missing_rules()
    {
        var text = new LightGbmText("area", "age", "unused", "zone")
        {
            Infos = "[10.5:900] [-3:1e3] none 4:7:2",
        };
        text.Stump(0, "50", 0, 1, 2).Stump(1, "5", 8, 1, 2).Categories(3, [16], 1, 2);
        TabularModel model = await Models.LoadAsync(text.ToString());

        Assert.Equal(["area", "age", "unused", "zone"], model.Schema.Features.Select(f => f.Name));
        Assert.Equal([true, false, false, false], model.Schema.Features.Select(f => f.Required));
        Assert.Equal([10.5, -3, null, null], model.Schema.Features.Select(f => f.Minimum));
        Assert.Equal([900, 1000, null, null], model.Schema.Features.Select(f => f.Maximum));
        Assert.Equal(FeatureType.Integer, model.Schema.Features[3].Type);
        Assert.Equal(TabularFormat.LightGbmText, model.Format);
        Assert.Equal("lightgbm-text", model.Identity.Format);
        Assert.Equal(3, model.TreeCount);
        Assert.Equal(6, model.LeafCount);
    }

    [Fact]
    public async Task Line_ends_of_Windows_and_a_byte_order_mark_are_fine()
    {
        string text = "\uFEFF" + Small.ToString().ReplaceLineEndings("\r\n");
        Assert.Equal(2, (await Models.LoadAsync(text)).TreeCount);
    }

    [Fact]
    public async Task Tree_sizes_are_optional() =>
        Assert.Equal(1, (await Models.LoadAsync(new LightGbmText("x") { TreeSizes = false }.Leaf(1).ToString())).TreeCount);

    [Fact]
    public async Task A_pandas_categorical_line_may_be_empty() =>
        Assert.Equal(2, (await Models.LoadAsync(Small + "\npandas_categorical:[]\n")).TreeCount);

    [Theory]
    [InlineData("version=v4", "version=v5", ModelLoadError.Unsupported, "version 'v5'")]
    [InlineData("num_class=1", "num_class=3", ModelLoadError.Unsupported, "3 values for a row")]
    [InlineData("objective=regression", "objective=frobnicate", ModelLoadError.Unsupported, "'frobnicate'")]
    [InlineData("objective=regression", "objective=binary sigmoid:-1", ModelLoadError.Corrupt, "no positive 'sigmoid'")]
    [InlineData("shrinkage=1", "is_linear=1", ModelLoadError.Unsupported, "linear_tree")]
    [InlineData("left_child=-1", "left_child=0", ModelLoadError.Corrupt, "tree 0: split 0 has two parents")]
    [InlineData("left_child=-1", "left_child=-2", ModelLoadError.Corrupt, "leaf 1 has two parents")]
    [InlineData("left_child=-1", "left_child=-9", ModelLoadError.Corrupt, "is leaf 8, and there are 2")]
    [InlineData("left_child=-1", "left_child=7", ModelLoadError.Corrupt, "is split 7, and there are 1")]
    [InlineData("left_child=-1", "left_child=-1 -1", ModelLoadError.Corrupt, "'left_child' of tree 0 has 2 values")]
    [InlineData("left_child=-1\n", "", ModelLoadError.Corrupt, "tree 0 has no 'left_child'")]
    [InlineData("split_feature=0", "split_feature=2", ModelLoadError.Corrupt, "on feature 2 and the model has 2")]
    [InlineData("threshold=1.5", "threshold=nan", ModelLoadError.Corrupt, "not a number")]
    [InlineData("threshold=1.5", "threshold=1,5", ModelLoadError.Corrupt, "'threshold' of tree 0 does not read as numbers")]
    [InlineData("leaf_value=-1 1", "leaf_value=inf 1", ModelLoadError.Corrupt, "leaf 0 has a value that is not finite")]
    [InlineData("decision_type=0", "decision_type=12", ModelLoadError.Corrupt, "the decision type 12")]
    [InlineData("decision_type=0", "decision_type=1", ModelLoadError.Corrupt, "category set")]
    [InlineData("max_feature_idx=1", "max_feature_idx=2", ModelLoadError.Corrupt, "'feature_names' lists 2 columns")]
    [InlineData("max_feature_idx=1\n", "", ModelLoadError.Corrupt, "no 'max_feature_idx'")]
    [InlineData("feature_names=x y", "feature_names=x x", ModelLoadError.Corrupt, "both named 'x'")]
    [InlineData("num_leaves=2", "num_leaves=2000000000", ModelLoadError.Corrupt, "2000000000 are expected")]
    [InlineData("\nTree=1\n", "\nTree of 1\n", ModelLoadError.Corrupt, "tree 0 has the line 'Tree of 1'")]
    [InlineData("end of trees", "", ModelLoadError.Corrupt, "tree 1 has the line")]
    public async Task A_fault_is_told_with_its_place(string find, string replace, ModelLoadError reason, string message)
    {
        string text = Small.ToString();
        int at = text.IndexOf(find, StringComparison.Ordinal);
        ModelLoadException error = await Models.FailureAsync(text.Remove(at, find.Length).Insert(at, replace));
        Assert.Equal(reason, error.Reason);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_cut_within_its_trees_is_truncated()
    {
        string text = Small.ToString();
        ModelLoadException error = await Models.FailureAsync(
            text[..text.IndexOf("right_child", StringComparison.Ordinal)]);
        Assert.Equal(ModelLoadError.Truncated, error.Reason);

        error = await Models.FailureAsync(text[..text.IndexOf("\nTree=0", StringComparison.Ordinal)]);
        Assert.Equal(ModelLoadError.Truncated, error.Reason);
    }

    [Fact]
    public async Task Fewer_trees_than_announced_are_truncated()
    {
        string text = Small.ToString();
        int start = text.IndexOf("Tree=1", StringComparison.Ordinal);
        int end = text.IndexOf("end of trees", StringComparison.Ordinal);
        ModelLoadException error = await Models.FailureAsync(text.Remove(start, end - start));
        Assert.Equal(ModelLoadError.Truncated, error.Reason);
        Assert.Contains("lists 2 trees and it has 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cycle_cut_off_from_the_root_is_found()
    {
        // Split 0 leads to leaves 0 and 1; splits 1 and 2 lead to each other.
        const string Body = "split_feature=0 0 0\nthreshold=1 1 1\ndecision_type=0 0 0\n"
            + "left_child=-1 2 1\nright_child=-2 -3 -4\nleaf_value=1 2 3 4\n";
        ModelLoadException error = await Models.FailureAsync(new LightGbmText("x").Tree(4, Body).ToString());
        Assert.Equal(ModelLoadError.Corrupt, error.Reason);
        Assert.Contains("2 of its splits cannot be reached", error.Message, StringComparison.Ordinal);
    }
}
