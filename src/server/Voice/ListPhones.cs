using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice;

/// <summary>The agents' desk phones, and which of them are registered with this machine now.</summary>
static class ListPhones
{
    /// <param name="IsOn">Whether this machine takes calls at all.</param>
    /// <param name="Trunks">Carriers, and whether they know where this machine is; of those that want to be told.</param>
    public sealed record Response(bool IsOn, IReadOnlyList<PhoneView> Phones, IReadOnlyList<TrunkView> Trunks);

    public sealed record PhoneView(Guid AgentId, string UserName, DateTimeOffset MadeAt, bool IsRegistered);

    public sealed record TrunkView(string Name, bool IsRegistered);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/phones", Handle).WithName("listPhones").WithSummary("Desk phones and trunks")
        .Requires(Permission.ManageOrganisation);

    static async Task<Ok<Response>> Handle(Actor actor, Db database, Telephony telephony, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var accounts = await work.Query<Row>("select person_id, user_name, made_at from sip_account order by user_name");
        var lines = await telephony.Lines();
        return TypedResults.Ok(new Response(telephony.IsOn,
            [.. accounts.Select(one => new PhoneView(one.PersonId, one.UserName, one.MadeAt, lines.Phones.Contains(one.UserName)))],
            lines.Trunks));
    }

    sealed record Row(Guid PersonId, string UserName, DateTimeOffset MadeAt);
}
