using Centrala.Server.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>
/// A lead who reads along gives the agent advice: a note that only this agent and leads see, never the customer, never
/// another agent.
/// </summary>
static class CoachAgent
{
    /// <summary>Marks the note; row-level security asks for it, and <c>to</c> among its values.</summary>
    public const string Code = "coach";

    static readonly Problem nobodyToCoach = new("nobody-to-coach", 409, "Nobody has this conversation",
        "Advice goes to the agent who has the conversation, and nobody has it now. Nothing was sent. Write a note instead, "
        + "or take the conversation.");

    public sealed record Request(Guid ClientId, string Text);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/conversations/{id:guid}/coaching", Handle).WithName("coachAgent")
        .WithSummary("Advise the agent who has a conversation; the customer and other agents never see it")
        .Requires(Permission.SteerFloor);

    static async Task<Results<Ok<MessageView>, ProblemHttpResult>> Handle(
        Guid id, Request request, Actor actor, Db database, NewMessages messages, TimeProvider time, CancellationToken cancel)
    {
        var validation = new Validation()
            .Check("clientId", request.ClientId == Guid.Empty ? Say($"Make a random id.") : null)
            .Check("text", MessageText.Objection(request.Text, mayBeEmpty: false));
        if (validation.Failed) return validation.Answer();
        var (conversation, name) = await Find(id, actor, database, cancel);
        if (conversation is null || !actor.May(Permission.ReadConversations)) return CommonProblems.NotFound.Answer();
        if (conversation.Connected is not { } agent || agent == actor.Id) return nobodyToCoach.Answer();

        var message = new NewMessage(
            id, conversation.PartnerId, request.ClientId, "note", "lead", actor.Id, name, request.Text.Trim(), time.GetUtcNow())
        {
            Code = Code,
            Values = new { to = agent },
        };
        var stored = await messages.Add(message, cancel);
        if (stored.Number == 0) return ChatProblems.ConversationOver.Answer();
        return TypedResults.Ok(new MessageView(
            stored.Number, message.ClientId, new(message.AuthorKind, actor.Id, name), message.Kind, message.Text, Code, null, [],
            stored.At));
    }

    static async Task<(StaffConversation?, string?)> Find(Guid id, Actor actor, Db database, CancellationToken cancel)
    {
        await using var work = await database.Begin(actor, cancel);
        var conversation = await StaffConversation.Find(work, id);
        return (conversation, await work.Single<string>("select name from person where id = @Id", new { actor.Id }));
    }

    /// <summary>The agent whom a note advises.</summary>
    public static Guid? For(MessageView message) =>
        message.Values is { } values && values.TryGetProperty("to", out var to) && to.TryGetGuid(out var agent) ? agent : null;
}
