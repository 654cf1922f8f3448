using Centrala.Server.Database;

namespace Centrala.Server.Access;

/// <summary>A person's password in the database.</summary>
static class Password
{
    /// <summary>Replaces the password and ends every session but one: whoever knew the former one is out.</summary>
    /// <param name="except">The session in which the person changes it; null ends all.</param>
    public static async Task Set(Work work, Guid person, string hash, DateTimeOffset now, Guid? except = null)
    {
        await work.Execute("""
            insert into credential (person_id, password_hash) values (@person, @hash)
            on conflict (person_id) do update set password_hash = @hash
            """, new { person, hash });
        await work.Execute("""
            update session set ended_at = @now
            where person_id = @person and ended_at is null and (@except::uuid is null or id <> @except)
            """, new { person, now, except });
    }
}
