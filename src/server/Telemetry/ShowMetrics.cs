using System.Net;

namespace Centrala.Server.Telemetry;

/// <summary>Answers Prometheus, if it asks from this machine or from a network that the operator named.</summary>
static class ShowMetrics
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/metrics", Handle)
        .OpenToAnybody("Prometheus signs in nowhere; only this machine and named networks are answered.")
        .ExcludeFromDescription();

    static IResult Handle(HttpContext context, MetricStore store, Settings settings) =>
        MayRead(context, settings.MetricsFrom)
            ? TypedResults.Text(PrometheusText.Write(store.Collect()), PrometheusText.MediaType)
            : TypedResults.NotFound();

    static bool MayRead(HttpContext context, IReadOnlyList<IPNetwork> networks)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return false;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (networks.Any(network => network.Contains(address))) return true;

        // A proxy on this machine that nobody declared trusted still looks like this machine; its header gives it away.
        return IPAddress.IsLoopback(address) && !context.Request.Headers.ContainsKey("X-Forwarded-For");
    }
}
