using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Access;

/// <summary>
/// Makes a POST with an Idempotency-Key happen at most once for whoever sent it. The key is claimed before the work
/// begins and the answer is stored after it; a repetition gets the stored answer. A crash between the two leaves a claim
/// without an answer: then nothing is repeated and nothing guessed, the client is told to look. A refusal changes
/// nothing, so it gives the key back.
/// </summary>
sealed class Idempotency(RequestDelegate next, Db database, InstallationKey key, TimeProvider time)
{
    public const string Header = "Idempotency-Key";
    public const int KeyMaximumLength = 100;
    public const int BodyBytesMax = 256 * 1024;

    /// <summary>How long an answer can be asked for again.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    /// <summary>No request runs longer; a claim older than this belongs to a crash.</summary>
    public static readonly TimeSpan LongestRequest = TimeSpan.FromMinutes(2);

    readonly SealedSecret box = new(key.For("stored answers"));

    public async Task Invoke(HttpContext context)
    {
        var claimed = context.Request.Headers[Header].ToString();
        if (claimed.Length == 0 || !HttpMethods.IsPost(context.Request.Method)
            || context.Features.Get<Actor>() is not { } actor)
        {
            await next(context);
            return;
        }
        var hash = IsValid(claimed) ? await HashOf(context.Request) : null;
        if (hash is null)
        {
            await AccessProblems.InvalidKey.Write(context);
            return;
        }
        var claim = new Claim(actor, claimed, hash);
        if (await Take(claim, context.RequestAborted) is { } earlier) await Repeat(context, claim, earlier);
        else await Run(context, claim);
    }

    static bool IsValid(string text) =>
        text.Length <= KeyMaximumLength && text.All(letter => letter is > ' ' and <= '~');

    static async Task<byte[]?> HashOf(HttpRequest request)
    {
        if (request.ContentLength > BodyBytesMax) return null;
        request.EnableBuffering(BodyBytesMax, BodyBytesMax);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path}{request.QueryString}\n"));
        var chunk = new byte[8192];
        try
        {
            while (await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted) is > 0 and var read)
                hash.AppendData(chunk, 0, read);
        }
        catch (IOException) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }

    /// <returns>Null when the key is ours now; otherwise what is known of the earlier request.</returns>
    async Task<Earlier?> Take(Claim claim, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var work = await database.Begin(claim.Actor, cancel);
        await work.Execute(
            "delete from idempotent_request where principal = @Principal and key = @Key and started_at < @before",
            new { claim.Principal, claim.Key, before = now - Remembered });
        var ours = await work.Execute("""
            insert into idempotent_request (principal, key, request_hash, started_at)
            values (@Principal, @Key, @Hash, @now)
            on conflict do nothing
            """, new { claim.Principal, claim.Key, claim.Hash, now });
        var earlier = ours == 1 ? null : await work.Single<Earlier>("""
            select request_hash, started_at, status, media_type, location, body
            from idempotent_request where principal = @Principal and key = @Key
            """, new { claim.Principal, claim.Key });
        await work.Commit();
        return earlier;
    }

    async Task Run(HttpContext context, Claim claim)
    {
        var wire = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        try { await next(context); }
        finally { context.Response.Body = wire; }
        // The client may be gone by now; what was done is recorded all the same.
        if (context.Response.StatusCode < StatusCodes.Status400BadRequest)
            await Store(context, claim, answer.ToArray());
        else if (context.Response.StatusCode < StatusCodes.Status500InternalServerError) await GiveBack(claim);
        answer.Position = 0;
        await answer.CopyToAsync(wire, context.RequestAborted);
    }

    async Task Store(HttpContext context, Claim claim, byte[] body)
    {
        await using var work = await database.Begin(claim.Actor, CancellationToken.None);
        await work.Execute("""
            update idempotent_request
            set finished_at = @now, status = @status, media_type = @type, location = @location, body = @body
            where principal = @Principal and key = @Key
            """, new
        {
            claim.Principal,
            claim.Key,
            now = time.GetUtcNow(),
            status = context.Response.StatusCode,
            type = context.Response.ContentType,
            location = context.Response.Headers.Location.ToString() is { Length: > 0 } location ? location : null,
            body = box.Seal(body, claim.Actor.Id),
        });
        await work.Commit();
    }

    async Task GiveBack(Claim claim)
    {
        await using var work = await database.Begin(claim.Actor, CancellationToken.None);
        await work.Execute(
            "delete from idempotent_request where principal = @Principal and key = @Key",
            new { claim.Principal, claim.Key });
        await work.Commit();
    }

    async Task Repeat(HttpContext context, Claim claim, Earlier earlier)
    {
        if (!earlier.RequestHash.AsSpan().SequenceEqual(claim.Hash)) await AccessProblems.KeyReused.Write(context);
        else if (earlier is { Status: { } status, Body: { } body })
        {
            context.Response.StatusCode = status;
            if (earlier.MediaType is { } type) context.Response.ContentType = type;
            if (earlier.Location is { } location) context.Response.Headers.Location = location;
            context.Response.Headers["Idempotency-Replayed"] = "true";
            var bytes = box.Open(body, claim.Actor.Id);
            if (bytes.Length > 0) await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
        else if (time.GetUtcNow() - earlier.StartedAt < LongestRequest)
            await AccessProblems.KeyInProgress.Write(context);
        else await AccessProblems.OutcomeUnknown.Write(context);
    }

    sealed record Claim(Actor Actor, string Key, byte[] Hash)
    {
        public string Principal => $"{JsonNamingPolicy.KebabCaseLower.ConvertName(Actor.Kind.ToString())}:{Actor.Id}";
    }

    sealed record Earlier(
        byte[] RequestHash, DateTimeOffset StartedAt, int? Status, string? MediaType, string? Location, byte[]? Body);
}
