namespace Centrala.Server.Replies;

/// <summary>A saved reply, and as a macro what else it does when it is sent.</summary>
/// <param name="PartnerId">Null: for every partner.</param>
/// <param name="Shortcut">The same in each of its languages.</param>
/// <param name="Text">With <see cref="Placeholders"/>; empty for a macro that says nothing.</param>
/// <param name="Tag">Is added to the conversation.</param>
/// <param name="Disposition">Is chosen for the wrap-up, by its name among those of the contact's queue.</param>
/// <param name="Note">Is left for colleagues, with placeholders too.</param>
/// <param name="SnoozeMinutes">The contact is set aside for so long.</param>
/// <param name="Version">Names this state in the next edit.</param>
sealed record SavedReplyView(
    Guid Id, Guid? PartnerId, string Language, string Shortcut, string Title, string Text, string? Tag, string? Disposition,
    string? Note, int? SnoozeMinutes, int Version);
