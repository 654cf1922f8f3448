using Centrala.Core.Routing;
using Centrala.Server.Database;
using Centrala.Server.Desk;
using Centrala.Server.Dispatch;
using Centrala.Server.Voice.Link;

namespace Centrala.Server.Voice.Answering;

/// <summary>What the centre answers to callers' walks: only the router knows who is open, who is next and who is called back.</summary>
sealed class AnswersAtCentre(Cell cell, CallbackNumbers numbers) : IHearsVoice
{
    public void Listen(LinkEnd voice)
    {
        voice.Answer<AskOpen, Granted>(async asked => new(await Read(view => IsOpen(view, asked.Queue))));
        voice.Answer<AskStanding, StandingTold>(async asked => new(await Read(view => PlaceInLine.Of(view, asked.Contact))));
        voice.Answer<AskCallback, Granted>(Promise);
    }

    /// <summary>He keeps his place, nobody on the line; whoever gets the contact calls him.</summary>
    async Task<Granted> Promise(AskCallback asked)
    {
        if (numbers.Digest(asked.Number) is not { } whom) return new(false);
        try
        {
            var decision = await cell.Send(CellCommand.PromiseCallback(asked.Contact, new Promise { Whom = whom }), CancellationToken.None);
            return new(decision.Done);
        }
        catch (UnavailableException)
        {
            return new(false);
        }
    }

    static bool IsOpen(CellView view, Guid queue) => view.Router.Queue(view.Router.Directory.Queue(queue)) is { IsOpen: true };

    /// <returns>The type's default while nobody routes.</returns>
    async Task<T?> Read<T>(Func<CellView, T?> question)
    {
        try
        {
            return await cell.Read(question, CancellationToken.None);
        }
        catch (UnavailableException)
        {
            return default;
        }
    }
}
