using System.Security.Cryptography;
using System.Text;

namespace Centrala.Server.Chat;

/// <summary>Puts into a conversation what Centrala itself has to say.</summary>
sealed class SystemMessages(NewMessages messages, TimeProvider time)
{
    /// <param name="cause">What it is said because of: the same cause again says nothing again.</param>
    public Task<StoredMessage> Say(
        Guid conversation, Guid partner, string language, string code, string cause, CancellationToken cancel,
        string? name = null, int n = 0) => messages.Add(
            new(conversation, partner, IdOf(cause), "system", "system", null, null,
                SystemWords.Say(language, code, name, n), time.GetUtcNow())
            {
                Code = code,
                Values = code switch
                {
                    SystemWords.Reminder => new { n },
                    SystemWords.Joined or SystemWords.EndedByAgent => new { name },
                    _ => null,
                },
            }, cancel);

    static Guid IdOf(string cause) => new(SHA256.HashData(Encoding.UTF8.GetBytes(cause)).AsSpan(0, 16));
}
