namespace Centrala.Server.Demo;

/// <summary>Who works at Lighthouse Care. Every name is invented.</summary>
static class CompanyPeople
{
    /// <summary>Of e-mail addresses; nobody can own a domain under <c>.example</c>.</summary>
    public const string Domain = "lighthouse.example";

    /// <summary>Everybody's. The demo listens on this machine only and holds nothing true.</summary>
    public const string Password = "lighthouse keeper";

    public sealed record Skill(string Word, string Name, string? Language = null)
    {
        public Guid Id => DemoId.Of("skill", Word);
    }

    public sealed record Team(string Word, string Name, string Lead)
    {
        public Guid Id => DemoId.Of("team", Word);
    }

    /// <param name="Login">In front of the <c>@</c>.</param>
    /// <param name="Team">Null for those who take no contacts.</param>
    /// <param name="Skills">A word and a level each, apart by blanks: <c>polish5 advice4</c>.</param>
    /// <param name="Partners">Words, apart by blanks.</param>
    /// <param name="ForNewcomers">A person whom somebody who tries the demo may be: never simulated.</param>
    public sealed record Person(
        string Login, string Name, string Language, string Role, string? Team = null, string Skills = "", string Partners = "",
        bool ForNewcomers = false)
    {
        public string Email => $"{Login}@{Domain}";

        public IEnumerable<(string Word, int Level)> Levels() =>
            Skills.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(skill => (skill[..^1], skill[^1] - '0'));

        /// <returns>0 for a skill that the person does not have.</returns>
        public int Level(string word) => Levels().FirstOrDefault(skill => skill.Word == word).Level;
    }

    public static readonly IReadOnlyList<Skill> Skills =
    [
        new("polish", "Polish", "pl"), new("english", "English", "en"), new("spanish", "Spanish", "es"),
        new("portuguese", "Portuguese", "pt-PT"), new("french", "French", "fr"), new("turkish", "Turkish", "tr"),
        new("advice", "Sleep advice"), new("orders", "Orders and delivery"), new("tolls", "Toll gates"),
        new("cable", "Cable and Wi-Fi"), new("billing", "Billing"), new("games", "Games"),
    ];

    public static readonly IReadOnlyList<Team> Teams =
    [
        new("lantern", "Lantern", "helena"), new("pilot", "Pilot", "victor"),
        new("harbour", "Harbour", "ayse"), new("beacon", "Beacon", "nadia"),
    ];

    public static readonly IReadOnlyList<(string Word, string Name)> Vendors =
        [("lighthouse", "Lighthouse Care"), ("tidewater", "Tidewater Staffing")];

    public static readonly IReadOnlyList<(string Name, int Position)> AwayKinds =
        [("Break", 10), ("Lunch", 20), ("Training", 30), ("Meeting", 40), ("Back office", 50)];

    /// <summary>Does everything that fills the company.</summary>
    public static readonly Person Administrator = new("admin", "Adam Keeper", "en", "admin", ForNewcomers: true);

    public static readonly IReadOnlyList<Person> All =
    [
        new("helena", "Helena Dąbrowska", "pl", "lead", "lantern", "polish5 english4 orders4", "slumber pixelforge", true),
        new("victor", "Victor Lane", "en", "lead", "pilot", "english5 tolls5", "gateway", true),
        new("ayse", "Ayşe Polat", "en", "lead", "harbour", "turkish5 english4 billing4", "kablo", true),
        new("nadia", "Nadia Benali", "en", "lead", "beacon", "french5 english5 games4", "pixelforge", true),
        new("oskar", "Oskar Lind", "en", "planner", ForNewcomers: true, Partners: "slumber gateway kablo pixelforge"),
        new("renata", "Renata Sołtys", "pl", "quality", ForNewcomers: true, Partners: "slumber gateway kablo pixelforge"),
        new("joanna", "Joanna Miller", "en", "partner-viewer", ForNewcomers: true, Partners: "slumber"),

        new("ana", "Ana Kowalczyk", "en", "agent", "lantern", "polish5 english5 advice5 orders4 games5", "slumber pixelforge", true),
        new("bartosz", "Bartosz Lewicki", "pl", "agent", "lantern", "polish5 english3 advice4 orders3", "slumber"),
        new("celina", "Celina Wrona", "pl", "agent", "lantern", "polish5 advice4", "slumber"),
        new("dawid", "Dawid Sroka", "pl", "agent", "lantern", "polish5 english4 orders4 advice2", "slumber"),
        new("ewelina", "Ewelina Bielak", "pl", "agent", "lantern", "polish5 orders5", "slumber"),
        new("filip", "Filip Zaręba", "pl", "agent", "lantern", "polish5 english3 orders3 games3", "slumber pixelforge"),
        new("grazyna", "Grażyna Mazurek", "pl", "agent", "lantern", "polish5 advice3 orders4", "slumber"),
        new("hubert", "Hubert Kosiński", "pl", "agent", "lantern", "polish4 english4 advice3", "slumber"),
        new("iga", "Iga Stolarz", "pl", "agent", "lantern", "polish5 english4 advice4 games3", "slumber pixelforge"),
        new("julian", "Julian Pawlik", "pl", "agent", "lantern", "polish5 advice2 orders2", "slumber"),
        new("kinga", "Kinga Rzepka", "pl", "agent", "lantern", "polish5 english5 advice3 orders3", "slumber"),

        new("owen", "Owen Hartley", "en", "agent", "pilot", "english5 tolls5", "gateway"),
        new("priya", "Priya Raman", "en", "agent", "pilot", "english5 tolls4", "gateway"),
        new("marcus", "Marcus Bell", "en", "agent", "pilot", "english5 tolls3 games2", "gateway pixelforge"),
        new("siobhan", "Siobhan Kearney", "en", "agent", "pilot", "english5 tolls4 cable3", "gateway kablo"),
        new("lucia", "Lucía Ferrer", "en", "agent", "pilot", "spanish5 english4 tolls4", "gateway"),
        new("tomas", "Tomás Rivas", "en", "agent", "pilot", "spanish5 english3 tolls3 games3", "gateway pixelforge"),
        new("grace", "Grace Okafor", "en", "agent", "pilot", "english5 tolls3", "gateway"),
        new("dylan", "Dylan Pritchard", "en", "agent", "pilot", "english5 tolls2 advice3", "gateway slumber"),

        new("emre", "Emre Demir", "en", "agent", "harbour", "turkish5 english5 cable5 billing4 games5", "kablo pixelforge", true),
        new("zeynep", "Zeynep Aksoy", "en", "agent", "harbour", "turkish5 english3 cable4 billing3", "kablo"),
        new("burak", "Burak Yıldız", "en", "agent", "harbour", "turkish5 cable3", "kablo"),
        new("elif", "Elif Kaplan", "en", "agent", "harbour", "turkish5 english4 billing5", "kablo"),
        new("can", "Can Öztürk", "en", "agent", "harbour", "turkish5 cable4 games3", "kablo pixelforge"),
        new("deniz", "Deniz Şahin", "en", "agent", "harbour", "turkish5 english3 cable3 billing3", "kablo"),
        new("selin", "Selin Arslan", "en", "agent", "harbour", "turkish4 english4 billing4", "kablo"),
        new("ines", "Inês Carvalho", "en", "agent", "harbour", "portuguese5 english4 cable4 billing3", "kablo"),
        new("rui", "Rui Tavares", "en", "agent", "harbour", "portuguese5 cable3", "kablo"),
        new("marta", "Marta Figueira", "en", "agent", "harbour", "portuguese5 english3 billing4", "kablo"),
        new("duarte", "Duarte Nogueira", "en", "agent", "harbour", "portuguese5 english4 cable3 games3", "kablo pixelforge"),

        new("camille", "Camille Moreau", "en", "agent", "beacon", "french5 english5 games5", "pixelforge", true),
        new("hugo", "Hugo Lefèvre", "en", "agent", "beacon", "french5 english4 games4", "pixelforge"),
        new("noa", "Noa Vidal", "en", "agent", "beacon", "spanish5 english4 games4", "pixelforge"),
        new("jakub", "Jakub Wilk", "pl", "agent", "beacon", "polish5 english4 games4", "pixelforge"),
        new("aylin", "Aylin Koç", "en", "agent", "beacon", "turkish5 english4 games4", "pixelforge"),
        new("beatriz", "Beatriz Pinto", "en", "agent", "beacon", "portuguese5 spanish3 english4 games3", "pixelforge"),
        new("liam", "Liam Foster", "en", "agent", "beacon", "english5 games4", "pixelforge"),
        new("sofia", "Sofía Navarro", "en", "agent", "beacon", "spanish5 english3 games3", "pixelforge"),
        new("theo", "Théo Girard", "en", "agent", "beacon", "french5 games3", "pixelforge"),
        new("maja", "Maja Krawczyk", "pl", "agent", "beacon", "polish5 english3 games4", "pixelforge"),
    ];

    /// <summary>Who comes from the staffing company.</summary>
    public static readonly IReadOnlySet<string> FromTidewater =
        new HashSet<string> { "julian", "grace", "dylan", "burak", "selin", "rui", "sofia", "theo" };
}
