using System.Security.Cryptography;
using Centrala.Protocols.Sip;
using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice;

/// <summary>Gives an agent an account for a desk phone, with a fresh password. The former password stops working at once.</summary>
static class MakePhone
{
    const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    const int NameLetters = 8, PasswordLetters = 24;

    /// <param name="Password">Shown this once.</param>
    /// <param name="Realm">The domain to enter into the phone.</param>
    public sealed record Response(string UserName, string Password, string Realm);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/agents/{id:guid}/phone", Handle).WithName("makePhone").WithSummary("A fresh account for an agent's desk phone")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Actor actor, Db database, VoiceBook book, Telephony telephony, TimeProvider time, CancellationToken cancel)
    {
        var made = new Response(RandomNumberGenerator.GetString(Alphabet, NameLetters),
            RandomNumberGenerator.GetString(Alphabet, PasswordLetters), telephony.Realm);
        var secrets = book.Seal(id, DigestSecret.Md5(made.UserName, made.Realm, made.Password),
            DigestSecret.Sha256(made.UserName, made.Realm, made.Password));
        await using var work = await database.Begin(actor, cancel);
        if (!await work.Single<bool>("select exists (select from agent where id = @id and removed_at is null)", new { id }))
            return CommonProblems.NotFound.Answer();
        try
        {
            await work.Execute("""
                insert into sip_account (person_id, user_name, secrets, made_at) values (@id, @UserName, @secrets, @at)
                on conflict (person_id) do update set user_name = @UserName, secrets = @secrets, made_at = @at
                """, new { id, made.UserName, secrets, at = time.GetUtcNow() });
        }
        catch (PostgresException hidden) when (hidden.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return CommonProblems.NotFound.Answer();
        }
        await Audit.Write(work, actor, time.GetUtcNow(), "phone-made", "sip_account", id);
        await work.Commit();
        await book.Read(cancel);
        return TypedResults.Ok(made);
    }
}
