using Centrala.Server.Access;
using Centrala.Server.Database;
using Centrala.Server.Organisation;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>Puts a word on a conversation that says what it is about, or takes it off.</summary>
static class TagConversation
{
    /// <summary>Tags of one conversation: more say nothing.</summary>
    public const int TagsMax = 20;

    static readonly Problem tooManyTags = new("too-many-tags", 409, "There are too many tags",
        $"A conversation has at most {TagsMax} tags. Nothing was changed. Take one off first.");

    static readonly Problem notOffered = new("tag-not-offered", 409, "The partner has no such tag",
        "The partner's conversations have only the tags on its list. Nothing was changed. Choose one of them, or have it added.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/conversations/{id:guid}/tags/{name}", Add).WithName("tagConversation").WithSummary("Add a tag")
            .Requires(Permission.HandleContacts);
        routes.MapDelete("/conversations/{id:guid}/tags/{name}", Remove).WithName("untagConversation").WithSummary("Remove a tag")
            .Requires(Permission.HandleContacts);
    }

    static async Task<Results<NoContent, ProblemHttpResult>> Add(
        Guid id, string name, Actor actor, Db database, ConversationFeed feed, TimeProvider time, CancellationToken cancel)
    {
        var tag = TagName.Normal(name);
        var validation = new Validation().Check("name", TagName.IsOne(tag) ? null : TagName.Rule);
        if (validation.Failed) return validation.Answer();
        await using var work = await database.Begin(actor, cancel);
        if (await StaffConversation.Find(work, id) is not { } conversation) return CommonProblems.NotFound.Answer();
        var tags = await Of(work, id);
        if (tags.Contains(tag)) return TypedResults.NoContent();
        if (!await IsOffered(work, conversation.PartnerId, tag)) return notOffered.Answer();
        if (tags.Length >= TagsMax) return tooManyTags.Answer();
        await work.Execute("""
            insert into conversation_tag (conversation_id, partner_id, name, by_id, at)
            values (@id, @PartnerId, @tag, @actor, @now) on conflict do nothing
            """, new { id, conversation.PartnerId, tag, actor = actor.Id, now = time.GetUtcNow() });
        return await Finish(work, conversation, feed);
    }

    static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        Guid id, string name, Actor actor, Db database, ConversationFeed feed, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        if (await StaffConversation.Find(work, id) is not { } conversation) return CommonProblems.NotFound.Answer();
        await work.Execute("delete from conversation_tag where conversation_id = @id and name = @tag", new { id, tag = TagName.Normal(name) });
        return await Finish(work, conversation, feed);
    }

    static async Task<Results<NoContent, ProblemHttpResult>> Finish(Work work, StaffConversation conversation, ConversationFeed feed)
    {
        var tags = await Of(work, conversation.Id);
        await work.Commit();
        feed.TellTags(conversation.Id, conversation.PartnerId, tags);
        return TypedResults.NoContent();
    }

    public static async Task<string[]> Of(Work work, Guid conversation) =>
        [.. await work.Query<string>("select name from conversation_tag where conversation_id = @conversation order by name",
            new { conversation })];

    static Task<bool> IsOffered(Work work, Guid partner, string tag) => work.Single<bool>(
        "select not only_tags or @tag = any(tags) from partner where id = @partner", new { partner, tag });
}
