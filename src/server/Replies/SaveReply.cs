using System.Text.RegularExpressions;
using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Replies;

/// <summary>Adds a saved reply in one language or changes it. Leads do it for their partners; for every partner, who serves all.</summary>
static partial class SaveReply
{
    public const int TextMax = 4_000;
    public const int TagMax = 40;
    public const int DispositionMax = 100;
    public const int NoteMax = 2_000;
    public const int SnoozeMinutesMax = 30 * 24 * 60;

    /// <param name="Version">0 for a new one; else the one that was read.</param>
    /// <param name="PartnerId">Null: for every partner.</param>
    public sealed record Request(
        int Version, Guid? PartnerId, string Language, string Shortcut, string Title, string Text = "", string? Tag = null,
        string? Disposition = null, string? Note = null, int? SnoozeMinutes = null);

    const string Upsert = """
        insert into saved_reply as r
          (id, partner_id, language, shortcut, title, text, tag, disposition, note, snooze_minutes, last_edit)
        values (@id, @PartnerId, @Language, @Shortcut, @Title, @Text, @Tag, @Disposition, @Note, @SnoozeMinutes, @edit)
        on conflict (id) do update set
          partner_id = @PartnerId, language = @Language, shortcut = @Shortcut, title = @Title, text = @Text, tag = @Tag,
          disposition = @Disposition, note = @Note, snooze_minutes = @SnoozeMinutes, version = r.version + 1, last_edit = @edit
        where r.version = @version and r.removed_at is null
        returning version
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/replies/{id:guid}", Handle).WithName("saveReply").WithSummary("Add a saved reply or change it")
        .Requires(Permission.ManageReplies);

    static async Task<Results<Ok<Edited>, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Edit.Source edits, CancellationToken cancel)
    {
        var reply = request with
        {
            Title = request.Title.Trim(),
            Text = request.Text.Trim(),
            Tag = Trimmed(request.Tag),
            Disposition = Trimmed(request.Disposition),
            Note = Trimmed(request.Note),
        };
        var faults = Check(reply);
        await using var edit = await edits.Begin(actor, cancel);
        if (reply.PartnerId is { } partner) await faults.Partner(edit.Work, partner, "partnerId");
        var others = await edit.Work.Single<int>("select count(*)::int from saved_reply where id <> @id and removed_at is null", new { id });
        faults.Unless(others < ListReplies.RepliesMax, "shortcut", Say($"There are {ListReplies.RepliesMax} replies; remove some first."));
        if (faults.Answer() is { } wrong) return wrong;

        if (await edit.Store("saved_reply", Upsert, id, reply.Version, request, reply) is { } answer) return answer;
        return await edit.Commit();
    }

    static Faults Check(Request reply)
    {
        var faults = new Faults();
        faults.Name(reply.Title, "title");
        faults.Language(reply.Language, "language");
        faults.Unless(ShortcutForm().IsMatch(reply.Shortcut), "shortcut", Say($"1 to 32 of a–z, 0–9 and -, a letter or digit first."));
        Length(faults, reply.Text, TextMax, "text");
        Length(faults, reply.Tag, TagMax, "tag");
        Length(faults, reply.Disposition, DispositionMax, "disposition");
        Length(faults, reply.Note, NoteMax, "note");
        faults.Range(reply.SnoozeMinutes, 1, SnoozeMinutesMax, "snoozeMinutes");
        faults.Unless(reply is not { Text: "", Tag: null, Disposition: null, Note: null, SnoozeMinutes: null }, "text",
            Say($"A reply says something or does something."));
        if (Placeholders.Objection(reply.Text) is { } inText) faults.Add("text", inText);
        if (Placeholders.Objection(reply.Note) is { } inNote) faults.Add("note", inNote);
        return faults;
    }

    static void Length(Faults faults, string? text, int most, string field)
    {
        faults.Unless(text is null || text.Length <= most, field, Say($"Use at most {most} characters."));
        faults.Unless(text?.Contains('\0') != true, field, Say($"The character U+0000 cannot be stored."));
    }

    static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,31}$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortcutForm();
}
