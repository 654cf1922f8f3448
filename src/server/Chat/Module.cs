using Centrala.Server.Access;
using Centrala.Server.Desk;
using Centrala.Server.Dispatch;
using Centrala.Server.Live;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Centrala.Server.Chat;

/// <summary>Chats: the widget on web pages, conversations, and the staff's side of them.</summary>
sealed class Module : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => new VisitorToken(provider.GetRequiredService<InstallationKey>().For("visitor tokens")));
        services.AddSingleton<Widgets>().AddSingleton<WidgetSecrets>().AddSingleton<Visitors>().AddSingleton<BlockedVisitors>()
            .AddSingleton<Openings>();
        services.AddSingleton<VisitorLines>().AddSingleton<ConversationFeed>().AddSingleton<Files>();
        services.AddSingleton<NewConversations>().AddSingleton<NewMessages>().AddSingleton<SystemMessages>();
        services.AddSingleton<Standings>().AddSingleton<VisitorConversations>();
        services.AddSingleton<Receipts>().AddHostedService(provider => provider.GetRequiredService<Receipts>());
        services.AddSingleton<LateMessages>().AddHostedService(provider => provider.GetRequiredService<LateMessages>());
        services.AddSingleton<Mentions>().AddHostedService<ConversationPresence>();
        services.AddHostedService<SilentCustomers>().AddHostedService<WaitingVisitors>();
        services.AddSingleton<Effect, TellOfContact>().AddSingleton<ITypingRelay, StaffTyping>();
        services.AddSingleton<IContactContent, ConversationContent>();
        services.TryAddSingleton(configuration.GetSection(WidgetLimits.Section).Get<WidgetLimits>() ?? new());
        services.AddOptions<RateLimiterOptions>().Configure<WidgetLimits>((options, limits) => limits.Apply(options));
    }

    public void UseMiddleware(IApplicationBuilder app) => app.UseMiddleware<WidgetDoor>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var widget = routes.MapGroup("/widget").WithTags("Widget");
        foreach (var map in ForVisitors) map(widget);
        var api = routes.MapGroup("/api").WithTags("Chat");
        foreach (var map in ForStaff) map(api);
    }

    static readonly Action<IEndpointRouteBuilder>[] ForVisitors =
    [
        ShowWidgetSettings.Map, ShowWidgetLogo.Map, StartConversation.Map, ShowVisitorConversation.Map, SendVisitorMessage.Map,
        SendVisitorFile.Map, GetVisitorFile.Map, EndByVisitor.Map, RenewVisitorToken.Map, ShowTranscript.Map, VisitorLive.Map,
    ];

    static readonly Action<IEndpointRouteBuilder>[] ForStaff =
    [
        ShowConversation.Map, ListMessages.Map, CoachAgent.Map, SendStaffMessage.Map, MarkRead.Map, SendStaffFile.Map, GetFile.Map,
        BlockVisitor.Map, TagConversation.Map, ListTags.Map, ListColleagues.Map, ListMentions.Map,
        ListWidgets.Map, SaveWidget.Map, RemoveWidget.Map, MakeIdentitySecret.Map,
    ];
}
