using Centrala.Server.Desk;
using Centrala.Server.Voice.Answering;
using Centrala.Server.Voice.Asking;
using Centrala.Server.Voice.Centre;
using Centrala.Server.Voice.Leads;
using Centrala.Server.Voice.Outgoing;
using Centrala.Server.Voice.Quality;
using Centrala.Server.Voice.Recording;

namespace Centrala.Server.Voice;

/// <summary>Telephone calls: trunks, desk phones, numbers, and the calls themselves.</summary>
sealed class Module : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<IContactContent, CallContent>()
        .AddSingleton<CallersEar>().AddSingleton<IHearsVoice>(provider => provider.GetRequiredService<CallersEar>())
        .AddSingleton<LostLines>().AddSingleton<CallRecords>().AddSingleton<IHearsVoice>(provider => provider.GetRequiredService<CallRecords>())
        .AddSingleton<IHearsVoice, CallOrders>().AddSingleton<IHearsVoice, BrowserNews>()
        .AddSingleton<RecordingRecords>().AddSingleton<IHearsVoice>(provider => provider.GetRequiredService<RecordingRecords>())
        .AddSingleton<LeadRecords>().AddSingleton<IHearsVoice>(provider => provider.GetRequiredService<LeadRecords>())
        .AddSingleton<OutgoingCalls>().AddSingleton<CallIntoCall>()
        .AddSingleton<OutsideLegs>().AddSingleton<IHearsVoice>(provider => provider.GetRequiredService<OutsideLegs>())
        .AddSingleton<DeleteErased>().AddHostedService(provider => provider.GetRequiredService<DeleteErased>())
        .AddSingleton<IHearsVoice, AnswersAtCentre>().AddSingleton<IHearsVoice, Voicemails>()
        .AddSingleton<IContactContent, VoicemailContent>()
        .AddSingleton<IHearsVoice, ReportedMeters>()
        .AddSingleton<AgentsTelephones>().AddSingleton<IHearsVoice>(provider => provider.GetRequiredService<AgentsTelephones>())
        .AddHostedService(provider => provider.GetRequiredService<AgentsTelephones>())
        .AddSingleton<VoiceBook>().AddSingleton<Telephony>().AddHostedService(provider => provider.GetRequiredService<Telephony>());

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("Voice");
        foreach (var map in UseCases) map(api);
    }

    static readonly Action<IEndpointRouteBuilder>[] UseCases =
    [
        ListNumbers.Map, SaveNumber.Map, RemoveNumber.Map, RestoreRemoved.Map, ListPhones.Map, MakePhone.Map, RemovePhone.Map,
        ShowVoiceLeg.Map, OpenVoiceLeg.Map, CloseVoiceLeg.Map, EchoVoiceLeg.Map, HoldVoiceCall.Map, PressCallKeys.Map,
        ListRecordings.Map, PlayRecording.Map, PauseRecording.Map, SaveRecordingRule.Map, ListRecordingRules.Map,
        ListPlans.Map, SavePlan.Map, RemovePlan.Map, ListPrompts.Map, SavePrompt.Map, ShowPrompt.Map, RemovePrompt.Map,
        ShowVoicemail.Map,
        HearCall.Map, TakeOverCall.Map, ListLeadSessions.Map, CallOut.Map, DialCallback.Map, ListCallingNumbers.Map,
        ListOutgoingRules.Map, SaveOutgoingRule.Map, ListOutgoingAlarms.Map,
        ShowLineQuality.Map,
        AskSomebody.Map, TalkToAsked.Map, EndAsking.Map, TransferOutside.Map,
    ];
}
