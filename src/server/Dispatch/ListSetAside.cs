using Centrala.Core.Routing;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Dispatch;

/// <summary>Commands from outside that could not be taken, oldest first: work for somebody who can look into it.</summary>
static class ListSetAside
{
    /// <summary>More than these wait for the first ones to be dealt with.</summary>
    const int RowsMax = 500;

    /// <param name="What">The kind of command; null when it cannot be read.</param>
    /// <param name="ContactId">The contact that it is about, if it can be read and there is one.</param>
    public sealed record SetAsideView(
        long Id, string? What, Guid? ContactId, Guid? QueueId, string Reason, DateTimeOffset ReceivedAt, DateTimeOffset SetAsideAt);

    sealed record Row(long Id, byte[] Command, string Reason, DateTimeOffset ReceivedAt, DateTimeOffset SetAsideAt);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/set-aside", Handle).WithName("listSetAside").WithSummary("Commands from outside that could not be taken")
        .Requires(Permission.ManageOrganisation);

    static async Task<Ok<IReadOnlyList<SetAsideView>>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var rows = await work.Query<Row>("""
            select id, command, reason, received_at, set_aside_at from set_aside order by id limit @RowsMax
            """, new { RowsMax });
        return TypedResults.Ok<IReadOnlyList<SetAsideView>>([.. rows.Select(View)]);
    }

    static SetAsideView View(Row row)
    {
        var command = new InboxRow(row.Id, row.Command, row.ReceivedAt).Decode();
        var what = command is { } known ? Word<CommandKind>.Of(known.What.Kind) : null;
        var contact = command?.What.Kind == CommandKind.Arrive ? command.Value.What.Id : command?.Contact;
        return new SetAsideView(row.Id, what, Some(contact), Some(command?.Queue), row.Reason, row.ReceivedAt, row.SetAsideAt);
    }

    static Guid? Some(Guid? id) => id == Guid.Empty ? null : id;
}
