using Centrala.Server.Access;
using Db = Centrala.Server.Database.Database;

namespace Centrala.Server.Demo;

/// <summary>
/// Puts the demo company into a running centre as an administrator would: over the interface, entry by entry. What is
/// there already stays as it is, so filling twice, or on after a crash, is safe.
/// </summary>
sealed class FillCompany(Db database, TimeProvider time)
{
    sealed record Entry(Guid Id);

    sealed record Organisation(Entry[] Partners, Entry[] Skills, Entry[] Teams, Entry[] Vendors, Entry[] AwayKinds,
        Entry[] OpeningCalendars);

    sealed record PlanList(Entry[] Plans);

    sealed record NumberList(Entry[] Numbers);

    sealed record Person(Guid Id, string Email, string Status);

    sealed record AgentPage(Entry[] Agents, Guid? Next);

    sealed record Invitation(Guid PersonId, string Link);

    sealed record Reset(string Link);

    /// <returns>False when somebody else's centre runs here, which the demo leaves alone.</returns>
    public async Task<bool> Run(Uri address, CancellationToken cancel)
    {
        using var admin = new DemoClient(address);
        var administrator = CompanyPeople.Administrator;
        if (await FirstAdministrator.Link(database, time, cancel) is { } link)
            await SetPassword(admin, link, administrator, cancel);
        try
        {
            await admin.SignIn(administrator.Email, CompanyPeople.Password, cancel);
        }
        catch (DemoException refused) when (refused.Status == System.Net.HttpStatusCode.Unauthorized)
        {
            return false;
        }
        var known = await admin.Get<Organisation>("/api/organisation", cancel);
        await Names(admin, known, cancel);
        var people = await People(admin, cancel);
        await Teams(admin, known, people, cancel);
        await Queues(admin, cancel);
        await Agents(admin, people, cancel);
        await Widgets(admin, cancel);
        await Numbers(admin, cancel);
        await Replies(admin, cancel);
        await Alerts(admin, cancel);
        return true;
    }

    static Task SetPassword(DemoClient client, string link, CompanyPeople.Person person, CancellationToken cancel) =>
        client.Post("/api/links/" + link.Split('/')[^1],
            new { CompanyPeople.Password, person.Name, person.Email, person.Language }, cancel);

    static async Task Names(DemoClient admin, Organisation known, CancellationToken cancel)
    {
        await Add(admin, "partners", known.Partners, CompanyPartners.All, partner => partner.Id,
            partner => new { version = 0, partner.Name, partner.Colour, partner.Languages, partner.Tags }, cancel);
        await Add(admin, "skills", known.Skills, CompanyPeople.Skills, skill => skill.Id,
            skill => new { version = 0, skill.Word, skill.Name, skill.Language }, cancel);
        await Add(admin, "vendors", known.Vendors, CompanyPeople.Vendors, vendor => DemoId.Of("vendor", vendor.Word),
            vendor => new { version = 0, word = vendor.Word, name = vendor.Name }, cancel);
        await Add(admin, "away-kinds", known.AwayKinds, CompanyPeople.AwayKinds, kind => DemoId.Of("away-kind", kind.Name),
            kind => new { version = 0, name = kind.Name, position = kind.Position }, cancel);
        await Add(admin, "opening-calendars", known.OpeningCalendars, CompanyPartners.Calendars, calendar => calendar.Id,
            Calendar, cancel);
    }

    static object Calendar(CompanyPartners.Calendar calendar)
    {
        string[] weekday = [calendar.Weekday], weekend = [calendar.Weekend];
        return new
        {
            version = 0,
            partnerId = DemoId.Of("partner", calendar.Partner),
            calendar.Name,
            calendar.TimeZone,
            hours = new
            {
                monday = weekday,
                tuesday = weekday,
                wednesday = weekday,
                thursday = weekday,
                friday = weekday,
                saturday = weekend,
                sunday = weekend,
                exceptions = Array.Empty<object>(),
            },
        };
    }

    static async Task<IReadOnlyDictionary<string, Guid>> People(DemoClient admin, CancellationToken cancel)
    {
        var known = (await admin.Get<Person[]>("/api/people", cancel)).ToDictionary(person => person.Email);
        var ids = new Dictionary<string, Guid>();
        foreach (var person in CompanyPeople.All)
        {
            if (!known.TryGetValue(person.Email, out var account))
            {
                var invitation = await admin.Post<Invitation>("/api/invitations", new
                {
                    person.Email,
                    person.Name,
                    person.Language,
                    roles = new[] { person.Role },
                    partners = Partners(person),
                }, cancel);
                await SetPassword(admin, invitation.Link, person, cancel);
                ids[person.Login] = invitation.PersonId;
                continue;
            }
            if (account.Status == "invited") // The last filling was cut off between the invitation and the password.
            {
                var reset = await admin.Post<Reset>("/api/password-resets", new { personId = account.Id }, cancel);
                await SetPassword(admin, reset.Link, person, cancel);
            }
            ids[person.Login] = account.Id;
        }
        return ids;
    }

    static Task Teams(DemoClient admin, Organisation known, IReadOnlyDictionary<string, Guid> people, CancellationToken cancel) =>
        Add(admin, "teams", known.Teams, CompanyPeople.Teams, team => team.Id,
            team => new { version = 0, team.Word, team.Name, leadId = people[team.Lead] }, cancel);

    static async Task Queues(DemoClient admin, CancellationToken cancel) =>
        await Add(admin, "queues", await admin.Get<Entry[]>("/api/queues", cancel), CompanyQueues.All, queue => queue.Id, Queue, cancel);

    static object Queue(CompanyQueues.Queue queue) => new
    {
        version = 0,
        partnerId = DemoId.Of("partner", queue.Partner),
        queue.Name,
        queue.Channels,
        members = queue.Skill,
        queue.Steps,
        baseMilli = queue.Base,
        slopeMilli = queue.Slope,
        capMilli = CompanyQueues.Cap,
        queue.Selection,
        queue.AutoAccept,
        queue.WrapUpSeconds,
        queue.TargetSeconds,
        queue.TargetBasisPoints,
        silentReminderSeconds = 180,
        silentCloseSeconds = 180,
        skipsEmptySteps = true,
        whenFull = "end",
        whenClosed = "take-message",
        onClosing = "none",
        openingCalendarId = queue.Calendar is { } calendar ? DemoId.Of("opening-calendar", calendar) : (Guid?)null,
        dispositions = queue.Dispositions.Select((name, place) => new
        {
            id = DemoId.Of("disposition", queue.Word + "/" + name),
            name,
            usual = place == 0,
        }),
    };

    static async Task Agents(DemoClient admin, IReadOnlyDictionary<string, Guid> people, CancellationToken cancel)
    {
        var known = (await admin.Get<AgentPage>("/api/agents", cancel)).Agents;
        await Add(admin, "agents", known, CompanyPeople.All.Where(person => person.Team is not null), person => people[person.Login],
            person => new
            {
                version = 0,
                teamId = DemoId.Of("team", person.Team!),
                vendorId = DemoId.Of("vendor", CompanyPeople.FromTidewater.Contains(person.Login) ? "tidewater" : "lighthouse"),
                trust = person.Role == "lead" ? 80 : 40,
                skills = person.Levels().Select(skill => new { id = DemoId.Of("skill", skill.Word), level = skill.Level }),
                partners = Partners(person),
                queues = Array.Empty<Guid>(),
                channels = Array.Empty<object>(),
            }, cancel);
    }

    static async Task Widgets(DemoClient admin, CancellationToken cancel) =>
        await Add(admin, "widgets", await admin.Get<Entry[]>("/api/widgets", cancel), CompanyQueues.Widgets, widget => widget.Id,
            widget =>
            {
                var partner = CompanyPartners.All.Single(partner => partner.Word == widget.Partner);
                return new
                {
                    version = 0,
                    widget.Key,
                    partnerId = partner.Id,
                    name = partner.Name,
                    partner.Colour,
                    partner.Languages,
                    queueId = DemoId.Of("queue", widget.Queue),
                    origins = new[] { "*" },
                };
            }, cancel);

    static async Task Numbers(DemoClient admin, CancellationToken cancel)
    {
        await Add(admin, "answering-plans", (await admin.Get<PlanList>("/api/answering-plans", cancel)).Plans,
            CompanyNumbers.All.Where(number => number.PlanId is not null), number => number.PlanId!.Value,
            number => new
            {
                version = 0,
                partnerId = DemoId.Of("partner", number.Partner),
                name = CompanyPartners.All.Single(partner => partner.Word == number.Partner).Name,
                steps = number.Steps(),
            }, cancel);
        await Add(admin, "telephone-numbers", (await admin.Get<NumberList>("/api/telephone-numbers", cancel)).Numbers,
            CompanyNumbers.All, number => number.Id,
            number => new
            {
                version = 0,
                number = number.Digits,
                queueId = DemoId.Of("queue", number.Queue),
                answeringPlanId = number.PlanId,
            }, cancel);
    }

    static async Task Replies(DemoClient admin, CancellationToken cancel) =>
        await Add(admin, "replies", await admin.Get<Entry[]>("/api/replies", cancel), CompanyReplies.All, reply => reply.Id,
            reply => new
            {
                version = 0,
                reply.PartnerId,
                reply.Language,
                reply.Shortcut,
                reply.Title,
                reply.Text,
                reply.Tag,
                reply.Disposition,
                reply.Note,
                reply.SnoozeMinutes,
            }, cancel);

    /// <summary>Of each partner: a wait that is far too long, and a queue in which somebody waits for nobody.</summary>
    static async Task Alerts(DemoClient admin, CancellationToken cancel) => await Add(
        admin, "alert-rules", await admin.Get<Entry[]>("/api/alert-rules", cancel),
        CompanyPartners.All.SelectMany(partner => new[] { (partner.Id, "longest-wait", 180), (partner.Id, "nobody-able", 0) }),
        rule => DemoId.Of("alert-rule", $"{rule.Item1}/{rule.Item2}"),
        rule => new { partnerId = rule.Item1, queueId = (Guid?)null, measure = rule.Item2, threshold = rule.Item3 }, cancel);

    static IEnumerable<Guid> Partners(CompanyPeople.Person person) =>
        person.Partners.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => DemoId.Of("partner", word));

    static async Task Add<T>(
        DemoClient admin, string path, IEnumerable<Entry> known, IEnumerable<T> entries, Func<T, Guid> id, Func<T, object> content,
        CancellationToken cancel)
    {
        var there = known.Select(entry => entry.Id).ToHashSet();
        foreach (var entry in entries)
            if (!there.Contains(id(entry))) await admin.Put($"/api/{path}/{id(entry)}", content(entry), cancel);
    }
}
