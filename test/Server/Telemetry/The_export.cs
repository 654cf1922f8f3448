using System.Diagnostics.Metrics;
using System.Text;
using Centrala.Server.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Centrala.Server.Tests.Telemetry;

public sealed class The_export : IDisposable
{
    static readonly (string Name, string Value)[] Variables =
        [("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "100")];

    public void Dispose()
    {
        foreach (var name in Variables.Select(variable => variable.Name).Append(OtlpExport.EndpointVariable))
            Environment.SetEnvironmentVariable(name, null);
    }

    [Fact]
    public async Task Tells_a_collector_the_centres_metrics()
    {
        var received = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var collector = await Collect(body =>
        {
            if (body.Contains("letters_written", StringComparison.Ordinal)) received.TrySetResult(body);
        });
        foreach (var (name, value) in Variables) Environment.SetEnvironmentVariable(name, value);
        Environment.SetEnvironmentVariable(OtlpExport.EndpointVariable, collector.Urls.Single());
        using var export = new OtlpExport();
        using var meter = new Meter("Centrala.Tests.Export");
        await export.StartAsync(TestContext.Current.CancellationToken);

        meter.CreateCounter<int>("letters_written").Add(3);

        var body = await received.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Contains("centrala", body, StringComparison.Ordinal);
        await export.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A collector as far as the protocol asks: it takes what is posted to the address of metrics.</summary>
    static async Task<WebApplication> Collect(Action<string> take)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var collector = builder.Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("/v1/metrics", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            take(Encoding.Latin1.GetString(body.ToArray()));
        });
        await collector.StartAsync();
        return collector;
    }
}
