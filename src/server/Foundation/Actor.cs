using System.Collections.Frozen;

namespace Centrala.Server.Foundation;

/// <summary>What kind of principal acts; the value is what row-level security sees as <c>principal_kind()</c>.</summary>
public enum ActorKind
{
    /// <summary>Somebody who works in the centre: agent, lead, planner, quality, administrator.</summary>
    Staff,

    /// <summary>Somebody at a client company who looks at that company's own data.</summary>
    Partner,

    /// <summary>A person at a chat widget, known only by a signed token; sees one conversation.</summary>
    Visitor,

    /// <summary>A customer with an account; sees what is theirs.</summary>
    Customer,

    /// <summary>A program with an API token.</summary>
    Token,

    /// <summary>Centrala itself, where no person asked: timers, effects, start-up.</summary>
    System,
}

/// <summary>Who acts. Every transaction of the app role acts as one actor; the database shows it only what that actor may see.</summary>
/// <param name="Kind">Decides which policies apply.</param>
/// <param name="Id">The person, conversation (visitor), customer or token.</param>
/// <param name="Roles">Names of roles, or of a token's scopes: what policies ask for. Empty for those who have none.</param>
/// <param name="Partners">Partners whose data the actor may see; for <see cref="AllPartners"/> the list does not matter.</param>
/// <param name="AllPartners">True for administrators of the whole centre.</param>
public sealed record Actor(
    ActorKind Kind, Guid Id, FrozenSet<string> Roles, FrozenSet<Guid> Partners, bool AllPartners, FrozenSet<Permission> Permissions)
{
    /// <summary>Centrala itself: sees every partner, holds no permission, cannot come in over HTTP.</summary>
    public static readonly Actor System = new(ActorKind.System, Guid.Empty, FrozenSet<string>.Empty, FrozenSet<Guid>.Empty, true,
        FrozenSet<Permission>.Empty);

    public bool May(Permission permission) => Permissions.Contains(permission);

    public bool Serves(Guid partner) => AllPartners || Partners.Contains(partner);

    /// <summary>Gives a handler the actor whom authentication found; only routes that need a permission may ask.</summary>
    public static ValueTask<Actor?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<Actor>());
}
