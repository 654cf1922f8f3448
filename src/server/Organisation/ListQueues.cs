using Centrala.Core.Routing;
using Centrala.Core.Vocabulary;
using Microsoft.AspNetCore.Http.HttpResults;
using Work = Centrala.Server.Database.Work;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Organisation;

/// <summary>The queues of the partners that the reader serves, with all that is set for them.</summary>
static class ListQueues
{
    /// <param name="Settings">The same shape in which it is saved.</param>
    public sealed record QueueView(Guid Id, QueueRequest Settings);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/queues", Handle).WithName("listQueues").WithSummary("Queues with their settings")
        .Requires(Permission.OwnAccount);

    static async Task<Ok<IReadOnlyList<QueueView>>> Handle(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(await Read(work));
    }

    internal static async Task<IReadOnlyList<QueueView>> Read(Work work)
    {
        var dispositions = (await work.Query<DispositionRow>(
            "select queue_id, id, name, heading, usual from disposition where removed_at is null order by queue_id, position"))
            .ToLookup(row => row.QueueId, row => new QueueRequest.Disposition(row.Id, row.Name, row.Heading, row.Usual));
        var rows = await work.Query<Row>("select * from queue where removed_at is null order by name, id");
        return [.. rows.Select(row => new QueueView(row.Id, row.Settings([.. dispositions[row.Id]])))];
    }

    sealed record DispositionRow(Guid QueueId, Guid Id, string Name, string? Heading, bool Usual);

    sealed class Row
    {
        public Guid Id { get; init; }
        public int Version { get; init; }
        public Guid PartnerId { get; init; }
        public string Name { get; init; } = "";
        public string[] Channels { get; init; } = [];
        public string? Members { get; init; }
        public string Steps { get; init; } = "";
        public int BaseMilli { get; init; }
        public int SlopeMilli { get; init; }
        public int CapMilli { get; init; }
        public string Selection { get; init; } = "";
        public int? OfferSeconds { get; init; }
        public bool AutoAccept { get; init; }
        public int? WrapUpSeconds { get; init; }
        public int TargetSeconds { get; init; }
        public int TargetBasisPoints { get; init; }
        public int SilentReminderSeconds { get; init; }
        public int SilentCloseSeconds { get; init; }
        public int? Places { get; init; }
        public int? OverflowsAfterSeconds { get; init; }
        public bool SkipsEmptySteps { get; init; }
        public string WhenFull { get; init; } = "";
        public string WhenClosed { get; init; } = "";
        public string OnClosing { get; init; } = "";
        public Guid? DivertsTo { get; init; }
        public Guid? OpeningCalendarId { get; init; }
        public int? OverflowsBehind { get; init; }
        public int? OverflowsBelowBasisPoints { get; init; }
        public int ServiceWindowSeconds { get; init; }
        public bool OverflowsUnstaffed { get; init; }
        public Guid? SharesPlacesOf { get; init; }
        public int? HoldAgents { get; init; }
        public string HoldChannel { get; init; } = "";
        public string? HoldWho { get; init; }
        public bool? Interrupts { get; init; }
        public bool? Interruptible { get; init; }
        public int PauseSeconds { get; init; }
        public int DueLeadSeconds { get; init; }
        public bool AllowsPicking { get; init; }

        public QueueRequest Settings(IReadOnlyList<QueueRequest.Disposition> dispositions) => new(
            Version, PartnerId, Name, [.. Channels.Select(Wording.Read<Channel>)], Members, Steps, BaseMilli, SlopeMilli,
            CapMilli, Wording.Read<Selection>(Selection), OfferSeconds, AutoAccept, WrapUpSeconds, TargetSeconds,
            TargetBasisPoints, SilentReminderSeconds, SilentCloseSeconds, Places, OverflowsAfterSeconds, SkipsEmptySteps,
            Wording.Read<Diversion>(WhenFull), Wording.Read<Diversion>(WhenClosed), Wording.Read<Diversion>(OnClosing),
            DivertsTo, OpeningCalendarId, dispositions, OverflowsBehind, OverflowsBelowBasisPoints, ServiceWindowSeconds,
            OverflowsUnstaffed, SharesPlacesOf, HoldAgents, Wording.Read<Channel>(HoldChannel), HoldWho, Interrupts,
            Interruptible, PauseSeconds, DueLeadSeconds, AllowsPicking);
    }
}
