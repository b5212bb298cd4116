namespace Inference.Sdk.Abstractions.Tests.Errors;

public sealed class ExceptionTests
{
    [Fact]
    public void One_configuration_error_is_a_list_of_one()
    {
        var error = new InferenceConfigurationException(["Path is empty. Give one."]);

        Assert.Equal(
            $"Inference is misconfigured:{Environment.NewLine}- Path is empty. Give one.", error.Message);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public void Several_configuration_errors_are_counted_and_listed()
    {
        var cause = new IOException("disk");
        var error = new InferenceConfigurationException(["first", "second"], cause);

        Assert.Equal(
            string.Join(Environment.NewLine, "Inference is misconfigured (2 errors):", "- first", "- second"),
            error.Message);
        Assert.Equal(["first", "second"], error.Errors);
        Assert.Same(cause, error.InnerException);
    }

    [Fact]
    public void A_context_overflow_is_an_invalid_request_with_numbers()
    {
        var error = new ContextOverflowException(5000, 4096);

        Assert.IsAssignableFrom<InvalidRequestException>(error);
        Assert.Equal((5000, 4096), (error.Tokens, error.Limit));
        Assert.Equal(
            "The prompt has 5000 tokens and the context holds 4096, at least one of them for the answer. Shorten the "
            + "conversation, or load the model with a larger context.",
            error.Message);
    }

    [Fact]
    public void Errors_carry_what_a_caller_acts_on()
    {
        var cause = new IOException("disk");

        var load = new ModelLoadException(ModelLoadError.Truncated, "m.gguf", "Cut off.", cause);
        var invalid = new InvalidRequestException("Bad.", "area", 7, cause);
        var rejected = new AdmissionRejectedException("Full.", TimeSpan.FromSeconds(2));
        var missing = new PredictorNotFoundException("x", "There is none.");
        var engine = new EngineException("Broken.", cause);

        Assert.Equal((ModelLoadError.Truncated, "m.gguf", cause), (load.Reason, load.Path, load.InnerException));
        Assert.Equal(("area", 7L, cause), (invalid.Parameter, invalid.Row!.Value, invalid.InnerException));
        Assert.Equal(TimeSpan.FromSeconds(2), rejected.RetryAfter);
        Assert.Null(new AdmissionRejectedException("Full.").RetryAfter);
        Assert.Equal("x", missing.Name);
        Assert.Same(cause, engine.InnerException);
        Assert.All(
            new Exception[] { load, invalid, rejected, missing, engine, new InferenceConfigurationException([]) },
            e => Assert.IsAssignableFrom<InferenceException>(e));
    }
}
