using Centrala.Server.Dispatch;

namespace Centrala.Server.Desk;

/// <summary>What agents and leads see and do: the desk, the floor, and the commands of both.</summary>
sealed class Module : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<Names>().AddSingleton<Desks>().AddSingleton<Floors>().AddSingleton<Steering>().AddSingleton<CallbackNumbers>()
        .AddSingleton<HelpRequests>().AddSingleton<Effect, HelpEndsAtSignOut>()
        .AddSingleton<Today>().AddHostedService(services => services.GetRequiredService<Today>())
        .AddHostedService<DeskStream>().AddHostedService<FloorStream>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("Desk");
        foreach (var map in UseCases) map(api);
    }

    static readonly Action<IEndpointRouteBuilder>[] UseCases =
    [
        ShowDesk.Map, ShowOwnFigures.Map, ShowDirectory.Map, ChooseState.Map, AcceptOffer.Map, RefuseOffer.Map, PickContact.Map, EndContact.Map,
        FinishWrapUp.Map, TransferContact.Map, CancelTransfer.Map, SnoozeContact.Map, WakeContact.Map, PromiseCallback.Map,
        LoseLine.Map, ShowFloor.Map, SteerFloor.Map,
        AskForHelp.Map, AnswerHelp.Map,
        ShowWhyWaiting.Map, ShowRunningContact.Map, HandContact.Map, SwitchQueue.Map,
    ];
}
