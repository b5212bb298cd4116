using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Inference.Sdk.Tabular;

/// <summary>Parses a registered model once, whether to check, to describe or to load it. A tabular model has no header to
/// speak of, so describing it is loading it.</summary>
/// <typeparam name="TPredictor">The predictor it makes.</typeparam>
internal sealed class TabularModelSource<TPredictor> : IModelSource<TPredictor>
    where TPredictor : IPredictor
{
    private readonly string _path;
    private readonly TabularLoadOptions _options;
    private readonly Func<TabularModel, TPredictor> _make;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly string _name;
    private readonly Lock _gate = new();
    private volatile TabularModel? _model;

    public TabularModelSource(
        IServiceProvider services, string name, Func<TabularModel, TimeProvider, TPredictor> make)
    {
        TabularOptions options = Validated(services, name);
        _name = name;
        _path = options.ModelPath!;
        _options = new TabularLoadOptions
        {
            SchemaPath = options.SchemaPath,
            FirstIteration = options.FirstIteration,
            IterationCount = options.IterationCount,
        };
        _time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        _make = model => make(model, _time);
        _logger = services.GetService<ILoggerFactory>()?.CreateLogger("Inference.Sdk.Tabular") ?? NullLogger.Instance;
    }

    public PredictorMetadata Describe()
    {
        TabularModel model = _model ?? Parse(null, _time.GetTimestamp());

        // Made to find out, too, whether it can be: a feature map that does not fit fails here.
        return _make(model).Metadata;
    }

    public async ValueTask CheckAsync(CancellationToken cancellationToken = default) =>
        _ = await LoadAsync(cancellationToken).ConfigureAwait(false);

    public async ValueTask<TPredictor> LoadAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        long began = _time.GetTimestamp();
        return _make(_model ?? Parse(
            await ModelFiles.ReadAsync(_path, _options, cancellationToken).ConfigureAwait(false), began));
    }

    private static TabularOptions Validated(IServiceProvider services, string name)
    {
        try
        {
            return services.GetRequiredService<IOptionsMonitor<TabularOptions>>().Get(name);
        }
        catch (OptionsValidationException e)
        {
            throw new InferenceConfigurationException([.. e.Failures]);
        }
    }

    // One parses and the others wait for its model: parsing is work, not waiting, and its memory is needed once.
    private TabularModel Parse(ModelFiles? files, long began)
    {
        lock (_gate)
        {
            if (_model is { } parsed)
            {
                return parsed;
            }

            TabularModel model = (files ?? ModelFiles.Read(_path, _options)).Parse(_options);
            double milliseconds = _time.GetElapsedTime(began).TotalMilliseconds;
            Log.ModelLoaded(
                _logger, _name, model.Identity.Format!, model.Schema.Count, model.TreeCount, milliseconds);
            Warn(model);
            return _model = model;
        }
    }

    private void Warn(TabularModel model)
    {
        bool isWhole = _options is { FirstIteration: 0, IterationCount: null };
        if (isWhole && model.BestIteration + 1 is { } best && best < model.IterationCount)
        {
            Log.StoppedEarly(_logger, _name, best, model.IterationCount);
        }

        if (model.UnmatchedCategoryLists > 0)
        {
            Log.CategoriesUnmatched(_logger, _name, model.UnmatchedCategoryLists);
        }
    }
}
