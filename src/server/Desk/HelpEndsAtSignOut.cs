using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Desk;

/// <summary>Who has gone home needs no help any more.</summary>
sealed class HelpEndsAtSignOut(Db database, HelpRequests help) : Effect
{
    public override string Name => "help-ends-at-sign-out";

    public override bool Concerns(EventKind kind) => kind == EventKind.AgentStateChanged;

    public override async Task Carry(Notice notice, CancellationToken cancel)
    {
        if (notice.Event.State != AgentState.Offline) return;
        await using var work = await database.Begin(Actor.System, cancel);
        // Only what was asked before: the event may be told again after the agent has come back.
        var ended = await work.Execute(
            "delete from help_request where agent_id = @Agent and since <= @At", new { notice.Agent, notice.At });
        if (ended == 0) return;
        await work.Commit();
        help.Forget(notice.Agent);
    }
}
