using System.Text;
using Centrala.Server.Access;
using Centrala.Server.Voice.Answering;
using Centrala.Server.Voice.Recording;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice;

/// <summary>What the database has for the telephone: read at the start, after a change, and now and then.</summary>
sealed class VoiceBook(Db database, InstallationKey key, Settings settings)
{
    readonly SealedSecret sealedSecrets = new(key.For("desk phones"));

    /// <summary>As last read.</summary>
    public BookPage Page { get; private set; } = new(new Dictionary<string, CalledNumber>(), []);

    /// <summary>Tells the telephone; waited for, so that who has changed something may use it at once.</summary>
    public Func<BookPage, Task> Tell { get; set; } = _ => Task.CompletedTask;

    /// <summary>What is to be stored of an account.</summary>
    public byte[] Seal(Guid person, string md5, string sha256) => sealedSecrets.Seal(Encoding.UTF8.GetBytes($"{md5} {sha256}"), person);

    public async Task Read(CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        var rows = await work.Query<NumberRow>("""
            select n.id, n.number, n.partner_id, n.queue_id, n.language_id, n.greeting, n.answering_plan_id
            from telephone_number n where n.removed_at is null
            """);
        var phones = await work.Query<AccountRow>("""
            select a.person_id, a.user_name, a.secrets from sip_account a join person p on p.id = a.person_id
            where p.deactivated_at is null
            """);
        var rules = await work.Query<RuleRow>("select queue_id, notice from recording_rule where records");
        Page = new(rows.ToDictionary(row => PhoneBook.Digits(row.Number),
            row => new CalledNumber(
                row.Id, row.PartnerId, row.QueueId, row.LanguageId ?? default, row.Greeting == SaveNumber.Music, row.AnsweringPlanId)),
            [.. phones.Select(Open)])
        {
            Answering = await AnsweringPage.Read(work, settings),
            Recording = rules.ToDictionary(row => row.QueueId, row => Enum.Parse<RecordingNotice>(row.Notice, ignoreCase: true)),
        };
        await Tell(Page);
    }

    PhoneAccount Open(AccountRow row)
    {
        var secrets = Encoding.UTF8.GetString(sealedSecrets.Open(row.Secrets, row.PersonId)).Split(' ');
        return new(row.PersonId, row.UserName, secrets[0], secrets[1]);
    }

    sealed record NumberRow(
        Guid Id, string Number, Guid PartnerId, Guid QueueId, Guid? LanguageId, string Greeting, Guid? AnsweringPlanId);

    sealed record RuleRow(Guid QueueId, string Notice);

    sealed record AccountRow(Guid PersonId, string UserName, byte[] Secrets);
}
