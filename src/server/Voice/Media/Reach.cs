namespace Centrala.Server.Voice.Media;

/// <summary>Who hears a party of a bridge.</summary>
enum Reach
{
    Everybody,

    /// <summary>All but the customer.</summary>
    Agents,

    Nobody,
}
