using Centrala.Core.Vocabulary;
using Centrala.Server.Access;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Desk;

/// <summary>
/// A lead's hand in routing. The audit log has the wish before the router does: a crash between the two leaves a logged
/// wish, never an unlogged deed.
/// </summary>
sealed class Steering(Cell cell, Db database, TimeProvider time)
{
    /// <summary>What the audit log says of it.</summary>
    public sealed record Wish(string Action, string SubjectKind, Guid Subject, object? Details);

    /// <param name="partner">Whose the subject is; null when the router does not know it. Others have never heard of it.</param>
    /// <param name="keep">What else is to be stored with the wish.</param>
    public async Task<Results<NoContent, ProblemHttpResult>> Do(
        Actor actor, Wish wish, Func<CellView, Guid?> partner, CellCommand command, CancellationToken cancel,
        Func<Database.Work, Task>? keep = null)
    {
        var owner = await cell.Read(partner, cancel);
        if (owner is not { } known || !actor.Serves(known)) return CommonProblems.NotFound.Answer();
        await using (var work = await database.Begin(actor, cancel))
        {
            await Audit.Write(work, actor, time.GetUtcNow(), wish.Action, wish.SubjectKind, wish.Subject, wish.Details);
            if (keep is not null) await keep(work);
            await work.Commit();
        }
        return await RoutingAnswer.From(cell.Send(command, cancel));
    }
}

static class PartnerOfContact
{
    /// <returns>False also when the router does not know the contact.</returns>
    public static bool IsCall(this CellView view, Guid contact)
    {
        var number = view.Router.Directory.Contact(contact);
        return number != 0 && view.Router.Contact(number).Channel == Channel.Call;
    }

    /// <returns>Null when the router does not know the contact.</returns>
    public static Guid? PartnerOf(this CellView view, Guid contact)
    {
        var number = view.Router.Directory.Contact(contact);
        return number == 0 ? null : view.Router.Directory.PartnerId(view.Router.Contact(number).Partner);
    }
}
