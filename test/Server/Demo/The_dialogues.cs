using Centrala.Server.Demo;

namespace Centrala.Server.Tests.Demo;

public sealed class The_dialogues
{
    [Fact]
    public void Exist_for_every_language_of_every_partner() => Assert.Empty(
        from partner in CompanyPartners.All
        from language in partner.Languages
        where !Dialogue.All.Any(dialogue => dialogue.Language == language && PartnerOf(dialogue) == partner.Word)
        select $"{partner.Word} {language}");

    [Fact]
    public void Exist_for_every_widget() =>
        Assert.Empty(CompanyQueues.Widgets.Select(widget => widget.Word).Except(Dialogue.All.Select(dialogue => dialogue.Widget)));

    [Fact]
    public void Are_each_in_a_language_that_the_partner_speaks() => Assert.All(Dialogue.All, dialogue => Assert.Contains(
        dialogue.Language, CompanyPartners.All.Single(partner => partner.Word == PartnerOf(dialogue)).Languages));

    [Fact]
    public void Answer_every_line_but_the_last() => Assert.All(Dialogue.All, dialogue =>
        Assert.Equal(dialogue.CustomerLines.Count - 1, dialogue.AgentLines.Count));

    [Fact]
    public void Are_told_apart_by_their_first_line() => Assert.Equal(
        Dialogue.All.Count, Dialogue.All.DistinctBy(dialogue => dialogue.CustomerLines[0]).Count());

    [Fact]
    public void Find_somebody_on_the_floor_who_fits_their_queue_well() => Assert.All(Dialogue.All, dialogue =>
    {
        var widget = CompanyQueues.Widgets.Single(widget => widget.Word == dialogue.Widget);
        var queue = CompanyQueues.All.Single(queue => queue.Word == widget.Queue);
        var language = CompanyPeople.Skills.Single(skill => skill.Language == dialogue.Language).Word;
        Assert.Contains(CompanyPeople.All, person => !person.ForNewcomers
            && person.Partners.Split(' ').Contains(widget.Partner) && person.Level(language) >= 3 && person.Level(queue.Skill) >= 2);
    });

    static string PartnerOf(Dialogue dialogue) => CompanyQueues.Widgets.Single(widget => widget.Word == dialogue.Widget).Partner;
}
