using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Centrala.Server.Organisation;
using Centrala.Server.Tests.Access;
using Centrala.Testing;
using static Centrala.Server.Tests.Organisation.A_small_centre;

namespace Centrala.Server.Tests.Organisation;

public sealed class A_logo(PostgresServer postgres) : IAsyncLifetime
{
    static readonly byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 1, 2, 3];
    static readonly string address = $"/api/partners/{Slumber}/logo";

    A_small_centre small = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => small = await Open(postgres);

    public ValueTask DisposeAsync() => small.DisposeAsync();

    [Fact]
    public async Task Is_shown_to_who_serves_the_partner_and_to_nobody_else()
    {
        await (await Save(png)).Is(HttpStatusCode.NoContent);
        var ours = await small.Centre.SignIn("agent", Slumber);
        var others = await small.Centre.SignIn("agent", Kablo);

        var shown = await ours.GetAsync(address, Cancel);
        Assert.Equal("image/png", shown.Content.Headers.ContentType!.MediaType);
        Assert.Equal(png, await shown.Content.ReadAsByteArrayAsync(Cancel));
        Assert.True(shown.Headers.CacheControl!.Private);
        await (await others.GetAsync(address, Cancel)).IsProblem("not-found");
    }

    [Fact]
    public async Task Has_another_address_when_it_is_another_picture()
    {
        await (await Save(png)).Is(HttpStatusCode.NoContent);
        var first = await Version();
        await (await Save([.. png, 4])).Is(HttpStatusCode.NoContent);
        Assert.NotEqual(first, await Version());
        await (await small.Admin.DeleteAsync(address, Cancel)).Is(HttpStatusCode.NoContent);
        Assert.Null(await Version());
    }

    [Fact]
    public async Task Comes_back_when_its_removal_was_a_slip()
    {
        await (await Restore()).IsProblem("not-found");
        await (await Save(png)).Is(HttpStatusCode.NoContent);
        var first = await Version();
        await (await small.Admin.DeleteAsync(address, Cancel)).Is(HttpStatusCode.NoContent);
        await (await small.Admin.GetAsync(address, Cancel)).IsProblem("not-found");
        await (await Restore()).Is(HttpStatusCode.NoContent);
        Assert.Equal(first, await Version());
        await (await Restore()).IsProblem("not-found");
    }

    [Fact]
    public async Task Goes_with_the_settings_into_another_centre()
    {
        await (await Save(png)).Is(HttpStatusCode.NoContent);
        var text = await small.Admin.GetFromJsonAsync<JsonNode>("/api/settings", Cancel);
        await using var empty = await TestCentre.Start(postgres);
        using var admin = await empty.SignIn("admin");
        await Import(admin, text!);
        Assert.Equal(png, await admin.GetByteArrayAsync(address, Cancel));
        Assert.Empty((await Import(admin, text!))["changes"]!.AsArray());

        text!["partners"]!.AsArray().Single(one => one!["logo"] is not null)!["logo"] = Convert.ToBase64String("<svg/>"u8);
        var conflict = Assert.Single((await Import(admin, text))["conflicts"]!.AsArray())!;
        Assert.Equal("logo", (string)conflict["kind"]!);
        Assert.Equal(png, await admin.GetByteArrayAsync(address, Cancel));
    }

    [Fact]
    public async Task That_is_a_drawing_or_too_large_is_refused()
    {
        await (await Save("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray())).IsProblem("invalid-input");
        await (await Save([])).IsProblem("invalid-input");
        await (await Save([.. png, .. new byte[Logo.BytesMax - png.Length]])).Is(HttpStatusCode.NoContent);
        await (await Save([.. png, .. new byte[Logo.BytesMax - png.Length + 1]])).IsProblem("invalid-input");
    }

    async Task<HttpResponseMessage> Save(byte[] content)
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(file, "file", "logo.png");
        return await small.Admin.PutAsync(address, form, Cancel);
    }

    Task<HttpResponseMessage> Restore() => small.Admin.PostAsync(address + "/restoration", null, Cancel);

    static async Task<JsonNode> Import(HttpClient admin, JsonNode settings)
    {
        using var answer = await admin.PostAsJsonAsync("/api/settings/import", new { settings, apply = true }, Cancel);
        await answer.Is(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
    }

    async Task<string?> Version() => (await small.Admin.GetFromJsonAsync<JsonElement>("/api/session", Cancel))
        .GetProperty("partners").EnumerateArray().Single(partner => partner.Text("name") == "Slumber")
        .GetProperty("logo").GetString();
}
