using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Centrala.Server.Tests.Access;

/// <summary>What tests ask of an HTTP answer.</summary>
static class TheAnswer
{
    /// <summary>Fails unless the answer is this problem as problem+json.</summary>
    public static async Task IsProblem(this HttpResponseMessage answer, string name)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{answer.StatusCode}: {text}");
        using var body = JsonDocument.Parse(text);
        Assert.Equal("/problems/" + name, body.RootElement.GetProperty("type").GetString());
        Assert.Equal((int)answer.StatusCode, body.RootElement.GetProperty("status").GetInt32());
    }

    public static async Task Is(this HttpResponseMessage answer, HttpStatusCode status) =>
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");

    public static async Task<JsonElement> Json(this HttpResponseMessage answer)
    {
        await answer.Is(HttpStatusCode.OK);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
