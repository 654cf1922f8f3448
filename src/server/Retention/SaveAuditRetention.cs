using Centrala.Server.Access;
using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Retention;

/// <summary>Says how long the audit log is kept.</summary>
static class SaveAuditRetention
{
    /// <summary>Shorter, a theft could be looked into too late.</summary>
    public const int DaysMin = 90;

    /// <param name="Days">90–36,500; null: for good.</param>
    public sealed record Request(int? Days);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/audit/retention", Handle).WithName("saveAuditRetention").WithSummary("Say how long the audit log is kept")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Request request, Actor actor, Db database, TimeProvider time, CancellationToken cancel)
    {
        var faults = new Faults();
        faults.Range(request.Days, DaysMin, SaveRetention.DaysMax, "days");
        if (faults.Answer() is { } wrong) return wrong;
        await using var work = await database.Begin(actor, cancel);
        if (await work.Execute("update audit_retention set days = @Days", new { request.Days }) == 0)
            return CommonProblems.NotFound.Answer();
        await Audit.Write(work, actor, time.GetUtcNow(), "audit-retention-changed", "audit", null, request);
        await work.Commit();
        return TypedResults.NoContent();
    }
}
