using System.Text.Json;
using System.Text.RegularExpressions;
using Centrala.Server.Access;
using Centrala.Server.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>Makes a widget, or changes one. The key and the partner of a widget stay: pages depend on them.</summary>
static partial class SaveWidget
{
    const int OriginsMax = 50;
    const int NameMax = 100;
    const int GreetingMax = 300;

    /// <param name="Version">0 for a new one; else the one that was read.</param>
    /// <param name="Queues">By language, where it is not <paramref name="QueueId"/>.</param>
    /// <param name="Origins">Pages that may use it, like <c>https://shop.example</c>; <c>*</c> lets every page.</param>
    /// <param name="NameField">required, optional or hidden; as <paramref name="EmailField"/>.</param>
    public sealed record Request(
        int Version, string Key, Guid PartnerId, string Name, string Colour, IReadOnlyList<string> Languages, Guid QueueId,
        IReadOnlyList<string> Origins, string NameField = "optional", string EmailField = "optional", bool Consent = true,
        string? ConsentLink = null, int FilesPerMessage = 3, IReadOnlyDictionary<string, Guid>? Queues = null,
        IReadOnlyDictionary<string, string>? Greetings = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/widgets/{id:guid}", Handle).WithName("saveWidget").WithSummary("Make or change a widget")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<Ok<WidgetView>, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Db database, Widgets widgets, TimeProvider time, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await Store(work, actor, time.GetUtcNow(), id, request) is { } objection) return objection;
        var view = (await WidgetView.Read(work, id)).Single();
        await work.Commit();
        widgets.Forget();
        return TypedResults.Ok(view);
    }

    /// <returns>Null when it was stored.</returns>
    internal static async Task<ProblemHttpResult?> Store(Work work, Actor actor, DateTimeOffset at, Guid id, Request request)
    {
        if (Check(request) is { } objection) return objection;
        if (await QueueObjection(work, request) is { } wrongQueue) return wrongQueue;
        if (await Write(work, id, request) == 0) return CommonProblems.ChangedMeanwhile.Answer();
        await work.Execute("delete from widget_queue where widget_id = @id", new { id });
        foreach (var (language, queue) in request.Queues ?? new Dictionary<string, Guid>())
            await work.Execute("insert into widget_queue (widget_id, language, queue_id) values (@id, @language, @queue)",
                new { id, language, queue });
        await Audit.Write(work, actor, at, "widget-saved", "widget", id, new { request.PartnerId });
        return null;
    }

    static Task<int> Write(Work work, Guid id, Request request) => work.Execute(request.Version == 0
        ? """
          insert into widget (id, key, partner_id, name, colour, languages, queue_id, origins, name_field, email_field, consent,
                              consent_link, greetings, files_per_message)
          select @id, @Key, @PartnerId, @Name, @Colour, @languages, @QueueId, @origins, @NameField, @EmailField, @Consent,
                 @ConsentLink, @greetings::jsonb, @FilesPerMessage
          where not exists (select from widget where key = @Key)
          on conflict do nothing
          """
        : """
          update widget set name = @Name, colour = @Colour, languages = @languages, queue_id = @QueueId, origins = @origins,
            name_field = @NameField, email_field = @EmailField, consent = @Consent, consent_link = @ConsentLink,
            greetings = @greetings::jsonb, files_per_message = @FilesPerMessage, version = version + 1
          where id = @id and version = @Version and key = @Key and partner_id = @PartnerId and removed_at is null
          """, new
        {
            id,
            request.Version,
            request.Key,
            request.PartnerId,
            request.Name,
            request.Colour,
            languages = request.Languages.ToArray(),
            request.QueueId,
            origins = request.Origins.ToArray(),
            request.NameField,
            request.EmailField,
            request.Consent,
            request.ConsentLink,
            greetings = JsonSerializer.Serialize(request.Greetings ?? new Dictionary<string, string>()),
            FilesPerMessage = (short)request.FilesPerMessage,
        });

    static ProblemHttpResult? Check(Request request)
    {
        var validation = new Validation()
            .Check("key", KeyForm().IsMatch(request.Key) ? null : Say($"8 to 64 of a–z, 0–9 and -."))
            .Check("name", request.Name.Trim().Length is > 0 and <= NameMax ? null : Say($"1 to {NameMax} characters."))
            .Check("colour", ColourForm().IsMatch(request.Colour) ? null : Say($"A colour is written like #3366cc."))
            .Check("languages", LanguagesObjection(request.Languages))
            .Check("origins", request.Origins.Count <= OriginsMax && request.Origins.All(IsOrigin)
                ? null : Say($"At most {OriginsMax} like https://shop.example, or *."))
            .Check("nameField", IsRule(request.NameField) ? null : Say($"required, optional or hidden."))
            .Check("emailField", IsRule(request.EmailField) ? null : Say($"required, optional or hidden."))
            .Check("consentLink", request.ConsentLink is null || IsWebAddress(request.ConsentLink) ? null : Say($"A web address."))
            .Check("filesPerMessage", request.FilesPerMessage is >= 0 and <= 10 ? null : Say($"0 to 10."))
            .Check("queues", (request.Queues?.Keys ?? []).All(request.Languages.Contains) ? null : Say($"Only languages of the widget."))
            .Check("greetings", (request.Greetings ?? new Dictionary<string, string>()).All(
                pair => request.Languages.Contains(pair.Key) && pair.Value.Length is > 0 and <= GreetingMax)
                ? null : Say($"Only languages of the widget, at most {GreetingMax} characters each."));
        return validation.Failed ? validation.Answer() : null;
    }

    static async Task<ProblemHttpResult?> QueueObjection(Work work, Request request)
    {
        var queues = new HashSet<Guid>(request.Queues?.Values ?? []) { request.QueueId };
        var found = await work.Single<int>("""
            select count(*)::int from queue
            where id = any(@queues) and partner_id = @PartnerId and removed_at is null and 'chat' = any(channels)
            """, new { queues = queues.ToArray(), request.PartnerId });
        return found == queues.Count ? null
            : new Validation().Check("queueId", Say($"Every queue must be one of this partner that takes chats.")).Answer();
    }

    static Sentence? LanguagesObjection(IReadOnlyList<string> languages) =>
        languages.Count > 0 && languages.Distinct().Count() == languages.Count && languages.All(SystemWords.Languages.Contains)
            ? null : Say($"One or more of {known}, the default first.");

    static readonly string known = string.Join(", ", SystemWords.Languages);

    static bool IsRule(string rule) => rule is "required" or "optional" or "hidden";

    static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");

    static bool IsOrigin(string text) => text == "*"
        || (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            && address.GetLeftPart(UriPartial.Authority) == text);

    [GeneratedRegex("^[a-z0-9-]{8,64}$")]
    private static partial Regex KeyForm();

    [GeneratedRegex("^#[0-9a-f]{6}$")]
    private static partial Regex ColourForm();
}
