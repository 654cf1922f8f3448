using System.Net;
using System.Net.Http.Json;
using Centrala.Core.Vocabulary;
using Centrala.Server.Dispatch;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Desk;

public sealed class A_promised_callback(PostgresServer postgres) : IAsyncLifetime
{
    const string Number = "+48 22 123-45-67";

    static readonly DateTimeOffset inAnHour = DateTimeOffset.UtcNow.AddHours(1);

    DeskCentre centre = null!;
    HttpClient lead = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        centre = await DeskCentre.Start(postgres);
        lead = await centre.Centre.SignIn("lead", centre.Slumber);
    }

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task Ends_the_conversation_in_which_it_was_promised_and_stays_its_agents()
    {
        var ana = await centre.AddAgent();
        await ana.Become(new { state = "available" });
        var contact = await centre.Arrive();
        await ana.See(desk => desk.GetProperty("offers").GetArrayLength() == 1);
        await Is(HttpStatusCode.Conflict, await ana.Do(contact, "callback", new { number = Number }));
        await Is(HttpStatusCode.NoContent, await ana.Do(contact, "acceptance"));
        await Is(HttpStatusCode.BadRequest, await ana.Do(contact, "callback", new { number = "tomorrow" }));

        var promise = new { number = Number, dueAt = inAnHour, releaseAt = inAnHour.AddHours(1) };
        await Is(HttpStatusCode.NoContent, await ana.Do(contact, "callback", promise));

        Assert.Equal((ContactState.Parked, Reason.CallbackPromised), await StateOf(contact));
        Assert.Equal(ana.Id, await OwnerOf(contact));
    }

    [Fact]
    public async Task Keeps_the_place_of_who_does_not_want_to_wait_on_the_line()
    {
        var (first, second) = (await centre.Arrive(), await centre.Arrive());
        await Is(HttpStatusCode.NoContent, await Arrange(first, new { number = Number }));

        Assert.Equal((ContactState.Waiting, 1), ((await StateOf(first)).State, await PositionOf(first)));
        await Is(HttpStatusCode.Conflict, await Arrange(second, new { number = "+48221234567" }));
        await Is(HttpStatusCode.NoContent, await Arrange(second, new { number = "+48221234568", dueAt = inAnHour }));
        Assert.Equal((ContactState.Parked, Reason.CallbackPromised), await StateOf(second));
    }

    [Fact]
    public async Task Is_nobodys_of_another_partner()
    {
        var foreign = await centre.Arrive(centre.Invoices);
        await Is(HttpStatusCode.NotFound, await Arrange(foreign, new { number = Number }));
        await Is(HttpStatusCode.NotFound, await lead.PutAsJsonAsync($"/api/contacts/{foreign}/lost-line", new { }, Cancel));
    }

    [Fact]
    public async Task Is_not_needed_by_who_was_cut_off_and_returns()
    {
        var (first, second) = (await centre.Arrive(), await centre.Arrive());
        await Is(HttpStatusCode.NoContent, await lead.PutAsJsonAsync($"/api/contacts/{first}/lost-line", new { }, Cancel));
        Assert.Equal((ContactState.Parked, Reason.LineLost), await StateOf(first));
        Assert.Equal(1, await PositionOf(second));

        await Is(HttpStatusCode.NoContent, await lead.DeleteAsync($"/api/contacts/{first}/lost-line", Cancel));
        Assert.Equal((1, 2), (await PositionOf(first), await PositionOf(second)));

        await Is(HttpStatusCode.NoContent, await Arrange(second, new { number = Number, dueAt = inAnHour }));
        await Is(HttpStatusCode.Conflict, await lead.DeleteAsync($"/api/contacts/{second}/lost-line", Cancel));
    }

    static Task Is(HttpStatusCode expected, HttpResponseMessage answer) => answer.Is(expected);

    Task<HttpResponseMessage> Arrange(Guid contact, object promise) =>
        lead.PutAsJsonAsync($"/api/contacts/{contact}/callback", promise, Cancel);

    Task<(ContactState State, Reason Reason)> StateOf(Guid contact) => Read(contact, (view, number) =>
        (view.Router.Contact(number).State, view.Router.Contact(number).Reason));

    Task<int> PositionOf(Guid contact) => Read(contact, (view, number) => view.Router.Position(number, view.Router.At));

    Task<Guid> OwnerOf(Guid contact) => Read(contact, (view, number) =>
        view.Router.Directory.AgentId(view.Router.CallbackOf(number)!.Value.Agent));

    Task<T> Read<T>(Guid contact, Func<CellView, int, T> read) =>
        centre.Centre.Service<Cell>().Read(view => read(view, view.Router.Directory.Contact(contact)), Cancel);
}
