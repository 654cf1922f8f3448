using Centrala.Core.Routing;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;
using Work = Centrala.Server.Database.Work;

namespace Centrala.Server.Organisation;

/// <summary>The clocks that hold for the whole centre, whichever the queue: of connections, refusals, and signing in.</summary>
static class SaveClocks
{
    /// <summary>There is one row.</summary>
    public static readonly Guid Id = new("0193b3c0-0000-7000-8000-00000000c10c");

    const int SecondsMax = 86_400;

    /// <summary>All in whole seconds.</summary>
    /// <param name="UnreachableSeconds">An agent without a connection for so long gets no offers.</param>
    /// <param name="ReturnsContactsSeconds">After so long without one his contacts (calls apart) return to their place.</param>
    /// <param name="CoolDownSeconds">Who refused or missed a contact is not offered it again before.</param>
    /// <param name="WaitsForNamedSeconds">A transfer to a person waits so long for that person alone.</param>
    /// <param name="RampInSeconds">So long after signing in an agent is offered one contact at a time; 0: never.</param>
    /// <param name="RampInPauseSeconds">From one offer to the next meanwhile.</param>
    public sealed record Request(
        int Version, int UnreachableSeconds, int ReturnsContactsSeconds, int CoolDownSeconds, int WaitsForNamedSeconds,
        int RampInSeconds, int RampInPauseSeconds);

    const string Upsert = """
        insert into cell_clocks (id, unreachable_seconds, returns_contacts_seconds, cool_down_seconds, waits_for_named_seconds,
          ramp_in_seconds, ramp_in_pause_seconds, last_edit)
        values (@id, @UnreachableSeconds, @ReturnsContactsSeconds, @CoolDownSeconds, @WaitsForNamedSeconds,
          @RampInSeconds, @RampInPauseSeconds, @edit)
        on conflict (id) do update set unreachable_seconds = @UnreachableSeconds,
          returns_contacts_seconds = @ReturnsContactsSeconds, cool_down_seconds = @CoolDownSeconds,
          waits_for_named_seconds = @WaitsForNamedSeconds, ramp_in_seconds = @RampInSeconds,
          ramp_in_pause_seconds = @RampInPauseSeconds, version = cell_clocks.version + 1, last_edit = @edit
        where cell_clocks.version = @version
        returning version
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/clocks", Show).WithName("showClocks").WithSummary("The clocks that hold for the whole centre")
            .Requires(Permission.ManageOrganisation);
        routes.MapPut("/clocks", Handle).WithName("saveClocks").WithSummary("Change the clocks of the whole centre")
            .Requires(Permission.ManageOrganisation);
    }

    static async Task<Ok<Request>> Show(Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        return TypedResults.Ok(await Read(work));
    }

    internal static async Task<Request> Read(Work work) => (await work.Single<Request>("""
        select version, unreachable_seconds, returns_contacts_seconds, cool_down_seconds, waits_for_named_seconds,
          ramp_in_seconds, ramp_in_pause_seconds from cell_clocks
        """))!;

    static async Task<Results<Ok<Edited>, ProblemHttpResult>> Handle(
        Request request, Actor actor, Edit.Source edits, CancellationToken cancel)
    {
        await using var edit = await edits.Begin(actor, cancel);
        return await Store(edit, request) ?? await edit.Commit();
    }

    /// <returns>Null when it was stored; otherwise the answer.</returns>
    internal static async Task<Results<Ok<Edited>, ProblemHttpResult>?> Store(Edit edit, Request request)
    {
        var faults = new Faults();
        faults.Range(request.UnreachableSeconds, 5, SecondsMax, "unreachableSeconds");
        faults.Range(request.ReturnsContactsSeconds, 5, SecondsMax, "returnsContactsSeconds");
        faults.Unless(request.ReturnsContactsSeconds >= request.UnreachableSeconds, "returnsContactsSeconds",
            Say($"Contacts return not before their agent counts as unreachable."));
        faults.Range(request.CoolDownSeconds, 1, SecondsMax, "coolDownSeconds");
        faults.Range(request.WaitsForNamedSeconds, 1, SecondsMax, "waitsForNamedSeconds");
        faults.Range(request.RampInSeconds, 0, SecondsMax, "rampInSeconds");
        faults.Range(request.RampInPauseSeconds, 1, SecondsMax, "rampInPauseSeconds");
        if (faults.Answer() is { } wrong) return wrong;

        if (await edit.Store("cell_clocks", Upsert, Id, request.Version, request, request) is { } answer) return answer;
        edit.Tell(CellCommand.ConfigureCell(Settings(request)));
        return null;
    }

    static CellSettings Settings(Request request) => new()
    {
        UnreachableAfter = TimeSpan.FromSeconds(request.UnreachableSeconds),
        ReturnsContactsAfter = TimeSpan.FromSeconds(request.ReturnsContactsSeconds),
        CoolDown = TimeSpan.FromSeconds(request.CoolDownSeconds),
        WaitsForNamed = TimeSpan.FromSeconds(request.WaitsForNamedSeconds),
        RampIn = TimeSpan.FromSeconds(request.RampInSeconds),
        RampInPause = TimeSpan.FromSeconds(request.RampInPauseSeconds),
    };
}
