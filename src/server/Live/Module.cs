using Microsoft.AspNetCore.SignalR;

namespace Centrala.Server.Live;

/// <summary>Tells browsers what happened, after it was committed.</summary>
sealed class Module : IModule
{
    /// <summary>Bytes of one message from a browser.</summary>
    const long MessageBytesMax = 8 * 1024;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<LiveStream>();
        services.AddHostedService<EndOfSessions>();
        services.AddSignalR(options =>
        {
            options.MaximumReceiveMessageSize = MessageBytesMax;
            options.KeepAliveInterval = TimeSpan.FromSeconds(2);
            options.ClientTimeoutInterval = TimeSpan.FromSeconds(20);
            options.MaximumParallelInvocationsPerClient = 1;
            options.AddFilter<CountLiveRefusals>();
        }).AddJsonProtocol(json => JsonRules.Apply(json.PayloadSerializerOptions));
    }

    public void MapRoutes(IEndpointRouteBuilder routes) =>
        routes.MapHub<LiveHub>("/live").Requires(Permission.OwnAccount);
}
