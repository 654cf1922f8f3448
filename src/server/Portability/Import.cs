using Centrala.Server.Organisation;

namespace Centrala.Server.Portability;

/// <summary>A text that is being taken, what is here, and the one transaction in which it happens.</summary>
/// <param name="Here">With the versions of this centre.</param>
sealed record Import(
    SettingsText Text, SettingsText Here, Edit Edit, SettingsComparison.Maker Comparison, Actor Actor, DateTimeOffset At);
