namespace Inference.Sdk.LlamaCpp.Tests.Fakes;

/// <summary>Logits as a function of all the tokens before, so that whatever is computed must have had the right ones.
/// </summary>
internal abstract class FakeModel
{
    public abstract void FillLogits(ReadOnlySpan<int> history, Span<float> logits);

    /// <summary>A model that says what a hash of the history tells it to, and now and then that it is done.</summary>
    /// <param name="endEvery">One token in so many ends a generation; 0 for never.</param>
    public static FakeModel Hashing(int endEvery = 40) => new HashingModel(endEvery);

    /// <summary>A model that answers with the same tokens whatever the prompt, which ends at the first zero; then ends.
    /// </summary>
    /// <remarks>A prompt ends with <see cref="FakeVocabulary.Begin"/>, so that the answer's beginning is known.</remarks>
    public static FakeModel Scripted(params int[] answer) => new ScriptedModel(answer);

    private sealed class HashingModel(int endEvery) : FakeModel
    {
        public override void FillLogits(ReadOnlySpan<int> history, Span<float> logits)
        {
            ulong hash = 14695981039346656037;
            foreach (int token in history)
            {
                hash = (hash ^ (uint)token) * 1099511628211;
            }

            for (int i = 0; i < logits.Length; i++)
            {
                hash = (hash * 6364136223846793005) + 1442695040888963407;
                // ASCII letters and the words are likely, the rest hardly ever chosen.
                bool likely = i is >= 'a' and <= 'z' or ' ' or FakeVocabulary.ToolCall or >= FakeVocabulary.FirstWord;
                logits[i] = ((hash >> 40) / (float)(1 << 24) * 4) + (likely ? 6 : 0);
            }

            hash = (hash * 6364136223846793005) + 1442695040888963407;
            logits[FakeVocabulary.End] = endEvery > 0 && (hash >> 33) % (ulong)endEvery == 0 ? 20 : -20;
            logits[FakeVocabulary.EndOfTurn] = -20;
        }
    }

    private sealed class ScriptedModel(int[] answer) : FakeModel
    {
        public override void FillLogits(ReadOnlySpan<int> history, Span<float> logits)
        {
            int said = history.Length - 1 - history.LastIndexOf(FakeVocabulary.Begin);
            logits.Clear();
            logits[said < answer.Length ? answer[said] : FakeVocabulary.End] = 1;
        }
    }
}
