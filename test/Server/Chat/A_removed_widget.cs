using System.Net;
using Centrala.Server.Tests.Access;
using Centrala.Testing;

namespace Centrala.Server.Tests.Chat;

public sealed class A_removed_widget(ChatCentre chat) : IClassFixture<ChatCentre>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Begins_no_chat_lets_those_go_on_that_run_and_comes_back()
    {
        var admin = await chat.Centre.SignIn("admin");
        using var running = await chat.NewChat("Halo?");
        using var late = chat.NewVisitor();

        await (await admin.DeleteAsync($"/api/widgets/{chat.WidgetId}", Cancel)).Is(HttpStatusCode.NoContent);
        await (await late.Start("Anybody?")).IsProblem("unknown-widget");
        await (await running.Send("Still here")).Is(HttpStatusCode.OK);
        await (await admin.DeleteAsync($"/api/widgets/{chat.WidgetId}", Cancel)).IsProblem("not-found");

        await (await admin.PostAsync($"/api/widgets/{chat.WidgetId}/restoration", null, Cancel)).Is(HttpStatusCode.NoContent);
        await (await late.Start("Anybody?")).Is(HttpStatusCode.Created);
    }
}
