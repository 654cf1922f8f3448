using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database;

namespace Centrala.Server.Voice.Outgoing;

/// <summary>Keeps that somebody wanted to call what is not allowed, or more than is.</summary>
static class OutgoingAlarms
{
    /// <summary>So much of a refused number is kept.</summary>
    const int PrefixKept = 5;

    /// <returns>What the agent is told.</returns>
    public static async Task<ProblemHttpResult> Raise(
        Db.Work work, Actor actor, Guid partner, string number, Problem why, DateTimeOffset at)
    {
        await work.Execute("""
            insert into outgoing_alarm (id, partner_id, agent_id, why, prefix, at) values (@id, @partner, @agent, @why, @prefix, @at)
            """, new { id = Guid.CreateVersion7(at), partner, agent = actor.Id, why = why.Name, prefix = number[..PrefixKept], at });
        await work.Commit();
        VoiceMetrics.OutgoingRefused(why.Name);
        return why.Answer();
    }
}
