using System.Net;
using System.Net.Http.Json;
using Centrala.Server.Tests.Access;
using Centrala.Server.Tests.Chat;
using Centrala.Testing;

namespace Centrala.Server.Tests.History;

/// <summary>A finished conversation with Slumber about a mattress, and a waiting one with Kablo about a cable.</summary>
public sealed class ToldCentre(PostgresServer postgres) : IAsyncLifetime
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ChatCentre Chat { get; } = new(postgres);

    /// <summary>Who handled the mattress.</summary>
    public Guid Ana { get; private set; }

    public Guid Mattress { get; private set; }

    public Guid Conversation { get; private set; }

    public Guid Cable { get; private set; }

    public Guid Bought { get; } = Guid.CreateVersion7();

    public async ValueTask InitializeAsync()
    {
        await Chat.InitializeAsync();
        await Chat.Execute(
            "insert into disposition (id, queue_id, name, position) values (@Bought, @Beds, 'Bought a bed', 1)",
            new { Bought, Chat.Beds });
        await TalkAboutMattress();
        using var other = await Chat.NewChat("Mój kabel nie działa", ChatCentre.OtherKey);
        Cable = await Chat.ContactOf(other);
        await Eventually.Holds(async () => await Chat.Row<bool>("select count(*) = 2 and not bool_or(due) from history_entry"));
    }

    public ValueTask DisposeAsync() => Chat.DisposeAsync();

    async Task TalkAboutMattress()
    {
        await using var ana = await Chat.NewAgent();
        Ana = ana.Id;
        using var visitor = Chat.NewVisitor();
        await (await visitor.Start("Mam kłopot z materacem", form: new { name = "Halina Łoś", email = "halina@slumber.example" })).Is(HttpStatusCode.Created);
        await ana.Accept(visitor);
        await (await ana.Write(visitor, "Rozumiem, co się dzieje?")).Is(HttpStatusCode.OK);
        await (await visitor.Send("Pękła sprężyna w środku")).Is(HttpStatusCode.OK);
        await (await ana.Write(visitor, "Obowiązuje gwarancja", "note")).Is(HttpStatusCode.OK);
        var tag = $"/api/conversations/{visitor.Conversation}/tags/Zwrot%20mebli";
        await (await ana.Browser.PutAsync(tag, null, Cancel)).Is(HttpStatusCode.NoContent);
        await ana.End(visitor, 4);
        Mattress = await Chat.ContactOf(visitor);
        Conversation = visitor.Conversation;
        await (await ana.Browser.PostAsJsonAsync($"/api/contacts/{Mattress}/wrap-up", new { disposition = Bought }, Cancel))
            .Is(HttpStatusCode.NoContent);
    }
}
