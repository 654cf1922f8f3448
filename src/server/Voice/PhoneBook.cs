using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Centrala.Server.Voice.Answering;
using Centrala.Server.Voice.Recording;

namespace Centrala.Server.Voice;

/// <summary>A number under which the centre is called.</summary>
/// <param name="LanguageId">Empty: any.</param>
/// <param name="HearsMusic">Callers are answered at once and wait with music; otherwise they hear it ring until somebody answers.</param>
/// <param name="PlanId">What its callers go through, answered at once; null: straight into the queue.</param>
sealed record CalledNumber(
    Guid Id, Guid PartnerId, Guid QueueId, Guid LanguageId, bool HearsMusic, Guid? PlanId = null);

/// <summary>A desk phone's account.</summary>
/// <param name="Md5">The digest of user, realm and password, by algorithm.</param>
sealed record PhoneAccount(Guid Person, string UserName, string Md5, string Sha256);

/// <summary>All that the telephone must know of what is in the database.</summary>
/// <param name="Numbers">By their digits.</param>
sealed record BookPage(IReadOnlyDictionary<string, CalledNumber> Numbers, IReadOnlyList<PhoneAccount> Accounts)
{
    public AnsweringPage Answering { get; init; } = AnsweringPage.Empty;

    /// <summary>How callers know that they are recorded, by the queue; one that is not named does not record.</summary>
    public IReadOnlyDictionary<Guid, RecordingNotice> Recording { get; init; } = new Dictionary<Guid, RecordingNotice>();
}

/// <summary>Numbers and accounts of desk phones, at hand while calls come in: as the centre last told.</summary>
sealed partial class PhoneBook
{
    FrozenDictionary<string, CalledNumber> numbers = FrozenDictionary<string, CalledNumber>.Empty;
    FrozenDictionary<string, PhoneAccount> accounts = FrozenDictionary<string, PhoneAccount>.Empty;
    FrozenDictionary<Guid, PhoneAccount> byPerson = FrozenDictionary<Guid, PhoneAccount>.Empty;

    IReadOnlyDictionary<Guid, RecordingNotice> recording = new Dictionary<Guid, RecordingNotice>();

    /// <summary>What callers go through, and hear.</summary>
    public AnsweringBook Answering { get; } = new();

    /// <param name="dialled">As a carrier wrote it.</param>
    public CalledNumber? Number(string dialled) => dialled.Any(char.IsLetter) ? null : numbers.GetValueOrDefault(Digits(dialled));

    public PhoneAccount? Account(string userName) => accounts.GetValueOrDefault(userName);

    public PhoneAccount? AccountOf(Guid person) => byPerson.GetValueOrDefault(person);

    /// <summary>How callers of a queue know that they are recorded; null where they are not.</summary>
    public RecordingNotice? RecordingOf(Guid queue) => recording.TryGetValue(queue, out var notice) ? notice : null;

    public void Turn(BookPage page)
    {
        recording = page.Recording;
        numbers = page.Numbers.ToFrozenDictionary();
        accounts = page.Accounts.ToFrozenDictionary(one => one.UserName, StringComparer.OrdinalIgnoreCase);
        byPerson = page.Accounts.ToFrozenDictionary(one => one.Person);
        Answering.Turn(page.Answering);
    }

    /// <summary>A number without what only shows that it is whole: blanks, brackets, + and 00 in front.</summary>
    internal static string Digits(string number)
    {
        var digits = NoDigits().Replace(number, "");
        return digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
    }

    [GeneratedRegex("[^0-9]")]
    private static partial Regex NoDigits();
}
