using System.Text.Json;
using Centrala.Server.Database;

namespace Centrala.Server.Access;

/// <summary>
/// The log of who administered what, and of who read a conversation that was not theirs. Append-only, and
/// written in the transaction of what it tells of: neither is there without the other.
/// </summary>
static class Audit
{
    /// <param name="action">Past tense, kebab case: <c>person-deactivated</c>.</param>
    /// <param name="subjectKind">A table's name: <c>person</c>.</param>
    /// <param name="details">Ids, roles and numbers; never names, addresses or texts, which erasure must reach.</param>
    public static Task Write(
        Work work, Actor actor, DateTimeOffset at, string action, string subjectKind, Guid? subject,
        object? details = null) =>
        work.Execute("""
            insert into audit (at, actor_kind, actor_id, action, subject_kind, subject_id, details)
            values (@at, @kind, @Id, @action, @subjectKind, @subject, @details::jsonb)
            """, new
        {
            at,
            kind = JsonNamingPolicy.KebabCaseLower.ConvertName(actor.Kind.ToString()),
            actor.Id,
            action,
            subjectKind,
            subject,
            details = details is null ? null : JsonSerializer.Serialize(details, JsonSerializerOptions.Web),
        });
}
