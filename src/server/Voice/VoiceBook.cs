using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Centrala.Server.Access;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Voice;

/// <summary>A number under which the centre is called.</summary>
/// <param name="LanguageId">Empty: any.</param>
/// <param name="HearsMusic">Callers are answered at once and wait with music; otherwise they hear it ring until somebody answers.</param>
sealed record CalledNumber(Guid Id, Guid PartnerId, Guid QueueId, Guid LanguageId, bool HearsMusic);

/// <summary>A desk phone's account.</summary>
/// <param name="Md5">The digest of user, realm and password, by algorithm.</param>
sealed record PhoneAccount(Guid Person, string UserName, string Md5, string Sha256);

/// <summary>Numbers and accounts of desk phones, at hand while calls come in: read at the start, after a change, and now and then.</summary>
sealed partial class VoiceBook(Db database, InstallationKey key)
{
    readonly SealedSecret sealedSecrets = new(key.For("desk phones"));
    FrozenDictionary<string, CalledNumber> numbers = FrozenDictionary<string, CalledNumber>.Empty;
    FrozenDictionary<string, PhoneAccount> accounts = FrozenDictionary<string, PhoneAccount>.Empty;
    FrozenDictionary<Guid, PhoneAccount> byPerson = FrozenDictionary<Guid, PhoneAccount>.Empty;

    /// <param name="dialled">As a carrier wrote it.</param>
    public CalledNumber? Number(string dialled) => dialled.Any(char.IsLetter) ? null : numbers.GetValueOrDefault(Digits(dialled));

    public PhoneAccount? Account(string userName) => accounts.GetValueOrDefault(userName);

    public PhoneAccount? AccountOf(Guid person) => byPerson.GetValueOrDefault(person);

    /// <summary>What is to be stored of an account.</summary>
    public byte[] Seal(Guid person, string md5, string sha256) => sealedSecrets.Seal(Encoding.UTF8.GetBytes($"{md5} {sha256}"), person);

    public async Task Read(CancellationToken cancel)
    {
        await using var work = await database.Begin(Actor.System, cancel);
        var rows = await work.Query<NumberRow>(
            "select id, number, partner_id, queue_id, language_id, greeting from telephone_number where removed_at is null");
        var phones = await work.Query<AccountRow>("""
            select a.person_id, a.user_name, a.secrets from sip_account a join person p on p.id = a.person_id
            where p.deactivated_at is null
            """);
        numbers = rows.ToFrozenDictionary(row => Digits(row.Number),
            row => new CalledNumber(row.Id, row.PartnerId, row.QueueId, row.LanguageId ?? default, row.Greeting == SaveNumber.Music));
        var opened = phones.Select(Open).ToList();
        accounts = opened.ToFrozenDictionary(one => one.UserName, StringComparer.OrdinalIgnoreCase);
        byPerson = opened.ToFrozenDictionary(one => one.Person);
    }

    /// <summary>A number without what only shows that it is whole: blanks, brackets, + and 00 in front.</summary>
    internal static string Digits(string number)
    {
        var digits = NoDigits().Replace(number, "");
        return digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
    }

    PhoneAccount Open(AccountRow row)
    {
        var secrets = Encoding.UTF8.GetString(sealedSecrets.Open(row.Secrets, row.PersonId)).Split(' ');
        return new(row.PersonId, row.UserName, secrets[0], secrets[1]);
    }

    [GeneratedRegex("[^0-9]")]
    private static partial Regex NoDigits();

    sealed record NumberRow(Guid Id, string Number, Guid PartnerId, Guid QueueId, Guid? LanguageId, string Greeting);

    sealed record AccountRow(Guid PersonId, string UserName, byte[] Secrets);
}
