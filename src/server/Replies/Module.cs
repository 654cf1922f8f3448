namespace Centrala.Server.Replies;

/// <summary>Saved replies and macros: what agents need not write again.</summary>
sealed class Module : IModule
{
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("Replies");
        ListReplies.Map(api);
        SaveReply.Map(api);
        RemoveReply.Map(api);
        RestoreReply.Map(api);
    }
}
