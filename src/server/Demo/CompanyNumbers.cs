namespace Centrala.Server.Demo;

/// <summary>Under which numbers the demo company is called (of Ofcom's range for drama), and what its callers go through.</summary>
static class CompanyNumbers
{
    /// <param name="Languages">Offered by keys, 1 the first; none: the caller hears it ring until somebody answers.</param>
    public sealed record Number(string Word, string Digits, string Partner, string Queue, params IReadOnlyList<string> Languages)
    {
        public Guid Id => DemoId.Of("telephone-number", Word);

        public Guid? PlanId => Languages.Count > 0 ? DemoId.Of("answering-plan", Word) : null;

        /// <returns>The key that chooses the language; null when nobody asks.</returns>
        public char? KeyOf(string language) => Languages.Count == 0 ? null : (char)('1' + Math.Max(0, Languages.ToList().IndexOf(language)));

        /// <summary>Languages, then the hours, then the queue, where a key has the caller called back.</summary>
        public object[] Steps() =>
        [
            new { step = "menu", choices = Languages.Select((language, place) => new { key = $"{place + 1}", languageId = LanguageOf(language) }) },
            new { step = "hours", closed = new object[] { new { step = "say", prompt = "closed" }, new { step = "voicemail", secondsMax = 60 } } },
            new { step = "say", prompt = "all-busy" },
            new { step = "queue", everySeconds = 30, callbackKey = "1" },
        ];

        static Guid LanguageOf(string language) => CompanyPeople.Skills.Single(skill => skill.Language == language).Id;
    }

    public static readonly IReadOnlyList<Number> All =
    [
        new("slumber", "+441632960101", "slumber", "slumber-advice", "pl", "en"),
        new("gateway", "+441632960102", "gateway", "gateway-help"),
        new("kablo", "+441632960103", "kablo", "kablo-support", "tr", "pt-PT", "en"),
    ];
}
