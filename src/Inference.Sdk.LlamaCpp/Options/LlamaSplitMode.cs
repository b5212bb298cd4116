namespace Inference.Sdk.LlamaCpp;

/// <summary>How a model is divided among several GPUs. Of no effect without a GPU.</summary>
public enum LlamaSplitMode
{
    /// <summary>Not at all: the main GPU takes what is offloaded.</summary>
    None,

    /// <summary>Whole layers, with their part of the context's memory, go to each GPU. The default.</summary>
    Layer,

    /// <summary>The rows of each weight matrix are divided, so that the GPUs compute a layer together. Needs a fast link
    /// between them to be worth it.</summary>
    Row,
}
