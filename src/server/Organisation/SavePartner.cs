using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centrala.Server.Organisation;

/// <summary>Adds a client company or changes it.</summary>
static class SavePartner
{
    /// <param name="Version">The version that the edit was made from; 0 for a new partner.</param>
    /// <param name="Colour">Six hexadecimal digits after <c>#</c>.</param>
    /// <param name="Languages">Language tags; the first is used when a customer's language is not known.</param>
    /// <param name="Tags">Offered for its conversations, in this order.</param>
    /// <param name="OnlyTags">Whether its conversations have no others.</param>
    public sealed record Request(
        int Version, string Name, string Colour, IReadOnlyList<string> Languages, IReadOnlyList<string>? Tags = null,
        bool OnlyTags = false);

    const int TagsMax = 200;

    const string Upsert = """
        insert into partner (id, name, colour, languages, tags, only_tags, last_edit)
        values (@id, @Name, @colour, @languages, @tags, @OnlyTags, @edit)
        on conflict (id) do update set name = @Name, colour = @colour, languages = @languages, tags = @tags,
          only_tags = @OnlyTags, version = partner.version + 1, last_edit = @edit
        where partner.version = @version and partner.removed_at is null
        returning version
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/partners/{id:guid}", Handle).WithName("savePartner").WithSummary("Add a partner or change it")
        .Requires(Permission.ManageOrganisation);

    static async Task<Results<Ok<Edited>, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Edit.Source edits, CancellationToken cancel)
    {
        await using var edit = await edits.Begin(actor, cancel);
        return await Store(edit, id, request) ?? await edit.Commit();
    }

    /// <returns>Null when it was stored; otherwise the answer.</returns>
    internal static async Task<Results<Ok<Edited>, ProblemHttpResult>?> Store(Edit edit, Guid id, Request request)
    {
        var faults = new Faults();
        faults.Name(request.Name);
        faults.Colour(request.Colour);
        faults.Languages(request.Languages);
        string[] tags = [.. (request.Tags ?? []).Select(TagName.Normal).Distinct()];
        faults.Unless(tags.Length <= TagsMax, "tags", Say($"At most {TagsMax} tags."));
        foreach (var tag in tags.Where(tag => !TagName.IsOne(tag))) faults.Add("tags", Say($"“{tag}”: {TagName.Rule}"));
        if (faults.Answer() is { } wrong) return wrong;

        var values = new
        {
            request.Name,
            colour = request.Colour.ToLowerInvariant(),
            languages = request.Languages.ToArray(),
            tags,
            request.OnlyTags,
        };
        if (await edit.Store("partner", Upsert, id, request.Version, request, values) is { } answer) return answer;
        edit.Tell(CellCommand.ConfigurePartner(id));
        return null;
    }
}
