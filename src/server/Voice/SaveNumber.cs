using System.Text.RegularExpressions;
using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Voice;

/// <summary>Says to which queue the callers of a number go, or changes it.</summary>
static partial class SaveNumber
{
    public const string Music = "music", Ringing = "ringing";

    /// <param name="Number">As the carrier has it: 2 to 15 digits, + in front where it is international.</param>
    /// <param name="LanguageId">What its callers speak; null where nobody knows.</param>
    /// <param name="Greeting"><c>ringing</c>: nothing is charged until an agent answers; <c>music</c>: answered at once.</param>
    /// <param name="AnsweringPlanId">What its callers go through, answered at once; null: straight into the queue.</param>
    public sealed record Request(
        int Version, string Number, Guid QueueId, Guid? LanguageId = null, string Greeting = Ringing, Guid? AnsweringPlanId = null);

    const string Upsert = """
        insert into telephone_number (id, number, partner_id, queue_id, language_id, greeting, answering_plan_id, last_edit)
        select @id, @Number, q.partner_id, q.id, @LanguageId, @Greeting, @AnsweringPlanId, @edit from queue q where q.id = @QueueId
        on conflict (id) do update set number = @Number, partner_id = excluded.partner_id, queue_id = @QueueId,
          language_id = @LanguageId, greeting = @Greeting, answering_plan_id = @AnsweringPlanId, version = telephone_number.version + 1, last_edit = @edit
        where telephone_number.version = @version and telephone_number.removed_at is null
        returning version
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/telephone-numbers/{id:guid}", Handle).WithName("saveTelephoneNumber").WithSummary("Add a telephone number or change it")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<Ok<Edited>, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Edit.Source edits, VoiceBook book, CancellationToken cancel)
    {
        await using var edit = await edits.Begin(actor, cancel);
        if (await Store(edit, id, request) is { } answer) return answer;
        var edited = await edit.Commit();
        await book.Read(cancel);
        return edited;
    }

    /// <returns>Null when it was stored; otherwise the answer.</returns>
    internal static async Task<Results<Ok<Edited>, ProblemHttpResult>?> Store(Edit edit, Guid id, Request request)
    {
        if ((await Check(edit, request)).Answer() is { } wrong) return wrong;
        var values = new { request.Number, request.QueueId, request.LanguageId, request.Greeting, request.AnsweringPlanId };
        return await edit.Store("telephone_number", Upsert, id, request.Version, request, values);
    }

    static async Task<Faults> Check(Edit edit, Request request)
    {
        var faults = new Faults();
        faults.Unless(Number().IsMatch(request.Number), "number", Say($"A number has 2 to 15 digits, and perhaps + in front."));
        faults.Unless(request.Greeting is Music or Ringing, "greeting", Say($"It is ringing or music."));
        faults.Unless(await edit.Work.Single<bool>(
            "select exists (select from queue where id = @QueueId and removed_at is null)", request), "queueId", Say($"There is no such queue."));
        if (request.LanguageId is not null)
            faults.Unless(await edit.Work.Single<bool>(
                "select exists (select from skill where id = @LanguageId and kind = 'language' and removed_at is null)", request),
                "languageId", Say($"There is no such language."));
        if (request.AnsweringPlanId is not null)
            faults.Unless(await edit.Work.Single<bool>("""
                select exists (select from answering_plan p join queue q on q.partner_id = p.partner_id
                               where p.id = @AnsweringPlanId and q.id = @QueueId and p.removed_at is null)
                """, request), "answeringPlanId", Say($"The queue's partner has no such plan."));
        return faults;
    }

    [GeneratedRegex(@"^\+?[0-9]{2,15}\z")]
    private static partial Regex Number();
}
