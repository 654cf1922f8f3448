using System.Text.Encodings.Web;
using System.Text.Json;

namespace Centrala.Server.Workforce;

/// <summary>What a planner's command prints for programs: one JSON object with names_like_this.</summary>
static class Answer
{
    static readonly JsonSerializerOptions rules = new(JsonSerializerOptions.Default)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static void Print<T>(T answer) => Console.WriteLine(JsonSerializer.Serialize(answer, rules));
}
