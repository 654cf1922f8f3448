using System.Text.Json;
using System.Text.Json.Serialization;

namespace Centrala.Server.Voice.Answering;

/// <summary>One thing that a number's answering machine does with a caller. A kind of step is one file: its data and its way.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(SayPrompt), "say")]
[JsonDerivedType(typeof(Menu), "menu")]
[JsonDerivedType(typeof(BranchByHours), "hours")]
[JsonDerivedType(typeof(WaitInQueue), "queue")]
[JsonDerivedType(typeof(TakeVoicemail), "voicemail")]
[JsonDerivedType(typeof(EndCall), "end")]
abstract record FlowStep
{
    /// <summary>Leads the caller through; each pause is what it waits for before it goes on.</summary>
    public abstract IEnumerable<Pause> Walk(Visit visit);

    /// <summary>Says what is wrong with the step's own data.</summary>
    public abstract void Check(PlanCheck check, string field);

    /// <summary>Whether nothing comes after it: the caller stays here, or is gone.</summary>
    [JsonIgnore]
    public virtual bool IsLast => false;

    /// <summary>Steps that the caller may be led into from here.</summary>
    [JsonIgnore]
    public virtual IEnumerable<(string Field, IReadOnlyList<FlowStep> Steps)> Branches => [];
}

/// <summary>How steps are written.</summary>
static class FlowSteps
{
    static readonly JsonSerializerOptions form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowOutOfOrderMetadataProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Text(IReadOnlyList<FlowStep> steps) => JsonSerializer.Serialize(steps, form);

    /// <exception cref="JsonException">It is no list of steps.</exception>
    public static IReadOnlyList<FlowStep> Read(string text) => JsonSerializer.Deserialize<List<FlowStep>>(text, form) ?? [];
}
