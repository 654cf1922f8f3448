using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Centrala.Server.Telemetry;

/// <summary>Sends the metrics by OTLP when the environment says where to, in OpenTelemetry's own variables.</summary>
sealed class OtlpExport : IHostedService, IDisposable
{
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    MeterProvider? provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(EndpointVariable))) return Task.CompletedTask;
        provider = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService("centrala"))
            .AddMeter([.. MetricStore.Meters.Select(name => name.EndsWith('.') ? name + "*" : name)])
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        provider?.Dispose();
        provider = null;
    }
}
