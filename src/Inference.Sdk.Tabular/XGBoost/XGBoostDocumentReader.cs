namespace Inference.Sdk.Tabular.XGBoost;

/// <summary>Reads the document of an XGBoost model (its <c>doc/model.schema</c>), from JSON or from UBJSON. Members it
/// does not know are skipped, as XGBoost does: newer versions add some.</summary>
/// <typeparam name="TReader">The encoding.</typeparam>
internal sealed partial class XGBoostDocumentReader<TReader>(LoadContext context)
    where TReader : struct, IDocumentReader, allows ref struct
{
    private readonly XGBoostDocument _document = new();

    public XGBoostDocument Read(ref TReader reader)
    {
        reader.EnterObject();
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("learner"u8))
            {
                ReadLearner(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        reader.End();
        return _document;
    }

    private void ReadLearner(ref TReader reader)
    {
        reader.EnterObject();
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("attributes"u8):
                    ReadAttributes(ref reader);
                    break;
                case var _ when name.SequenceEqual("feature_names"u8):
                    ReadStrings(ref reader, _document.FeatureNames);
                    break;
                case var _ when name.SequenceEqual("feature_types"u8):
                    ReadStrings(ref reader, _document.FeatureTypes);
                    break;
                case var _ when name.SequenceEqual("gradient_booster"u8):
                    ReadBooster(ref reader);
                    break;
                case var _ when name.SequenceEqual("learner_model_param"u8):
                    ReadParameters(ref reader);
                    break;
                case var _ when name.SequenceEqual("objective"u8):
                    ReadObjective(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private void ReadAttributes(ref TReader reader)
    {
        reader.EnterObject();
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            string key = System.Text.Encoding.UTF8.GetString(name);
            _document.Attributes[key] = reader.ReadString();
        }
    }

    private void ReadParameters(ref TReader reader)
    {
        reader.EnterObject();
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("base_score"u8):
                    _document.BaseScore = reader.ReadString();
                    break;
                case var _ when name.SequenceEqual("num_feature"u8):
                    _document.FeatureCount = reader.ReadString();
                    break;
                case var _ when name.SequenceEqual("num_class"u8):
                    _document.ClassCount = reader.ReadString();
                    break;
                case var _ when name.SequenceEqual("num_target"u8):
                    _document.TargetCount = reader.ReadString();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private void ReadObjective(ref TReader reader)
    {
        reader.EnterObject();
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("name"u8))
            {
                _document.Objective = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }
    }

    // DART nests the booster of trees in its own: {name: dart, gbtree: {name: gbtree, model: ...}, weight_drop: [...]}.
    private void ReadBooster(ref TReader reader)
    {
        reader.EnterObject();
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("name"u8):
                    _document.Booster = reader.ReadString();
                    break;
                case var _ when name.SequenceEqual("gbtree"u8):
                    ReadNestedBooster(ref reader);
                    break;
                case var _ when name.SequenceEqual("model"u8):
                    ReadModel(ref reader);
                    break;
                case var _ when name.SequenceEqual("weight_drop"u8):
                    ReadSingles(ref reader, _document.TreeWeights);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private void ReadNestedBooster(ref TReader reader)
    {
        reader.EnterObject();
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("model"u8))
            {
                ReadModel(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }
}
