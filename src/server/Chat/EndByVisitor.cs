using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Microsoft.AspNetCore.Http.HttpResults;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Chat;

/// <summary>The visitor ends the chat. Ending what has ended changes nothing.</summary>
static class EndByVisitor
{
    /// <param name="LastMessage">The number of the last message that the visitor has seen.</param>
    public sealed record Request(int LastMessage);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/end", Handle).WithName("endByVisitor").WithSummary("End one's own chat")
        .OpenToAnybody("The visitor's token is checked here.")
        .RequireRateLimiting(WidgetLimits.Write);

    static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Request request, HttpRequest http, Visitors visitors, Db database, Cell cell, CancellationToken cancel)
    {
        if ((await visitors.Admit(http, cancel)).Refused(out var refusal, out var visitor)) return refusal.Answer();
        await using var work = await database.Begin(visitor.Pass.Actor, cancel);
        var contact = await work.Single<Guid?>(
            "select contact_id from conversation where id = @Conversation", new { visitor.Pass.Conversation });
        if (contact is not { } id) return CommonProblems.NotFound.Answer();
        // By the inbox, not by memory: the end is taken also while nobody routes.
        await using var connection = await database.Intake.OpenConnectionAsync(cancel);
        await using var command = new Npgsql.NpgsqlCommand("insert into inbox (cell, command) values ($1, $2)", connection)
        {
            Parameters =
            {
                new() { Value = Cell.Default },
                new() { Value = Inbox.Encoded(CellCommand.EndContact(id, Reason.CustomerEnded, Math.Max(0, request.LastMessage))) },
            },
        };
        await command.ExecuteNonQueryAsync(cancel);
        cell.Wake();
        return TypedResults.NoContent();
    }
}
