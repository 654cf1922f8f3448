using Centrala.Core.Vocabulary;

namespace Centrala.Server.Dispatch;

/// <summary>Where a waiting contact stands.</summary>
/// <param name="Position">From 1.</param>
/// <param name="From">The wait from now on will probably lie between this and <paramref name="To"/>; null: no guess is better than a wrong one.</param>
sealed record PlaceInLine(int Position, TimeSpan? From, TimeSpan? To)
{
    /// <summary>The middle of what it will probably be.</summary>
    public TimeSpan? Wait => (From + To) / 2;

    /// <returns>Null when it does not wait, or is not known.</returns>
    public static PlaceInLine? Of(in CellView view, Guid contact)
    {
        var router = view.Router;
        var number = router.Directory.Contact(contact);
        if (number == 0 || router.Contact(number).State is not (ContactState.Waiting or ContactState.Offered)) return null;
        // Who is offered to somebody is next; a step that seeks one person has no line.
        var position = Math.Max(1, router.Position(number, view.At));
        var wait = router.ExpectedWait(number, view.At);
        return new(position, wait?.From, wait?.To);
    }
}
