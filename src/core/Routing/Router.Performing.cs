using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

public sealed partial class Router
{
    /// <summary>
    /// Checks the command and tells what happens because of it; matching follows in <see cref="Decide"/>.
    /// </summary>
    Refusal? Perform(in Command command) => command.Kind switch
    {
        CommandKind.PassTime => PassTime(),
        CommandKind.Resume => Resume(command.Ticks),
        < CommandKind.Arrive => PerformOnSettings(command),
        CommandKind.Arrive => Arrive(command),
        >= CommandKind.ChooseState and <= CommandKind.GainTelephone => PerformOnAgent(command),
        _ when !contacts.Has(command.Contact) => Refusal.UnknownContact,
        _ => PerformOnContact(command),
    };

    /// <summary>Whom the command is about has mostly not been looked at for minutes.</summary>
    void FetchAhead(in Command command)
    {
        if (command.Contact > 0) contacts.FetchAhead(command.Contact);
        if (command.Agent > 0 && Agent(command.Agent) is { } agent) agent.FetchAhead();
        if (command.Kind == CommandKind.Arrive) Directory.FetchAhead(command.Id, command.External, command.Channel);
    }

    Refusal? PerformOnSettings(in Command command) => command.Kind switch
    {
        CommandKind.ConfigureCell => Configure(command.Detail as CellSettings),
        CommandKind.ConfigurePartner =>
            ConfigureNamed(EventKind.PartnerConfigured, Directory.Partners, Limits.Partners, command),
        CommandKind.ConfigureSkill =>
            ConfigureNamed(EventKind.SkillConfigured, Directory.Skills, Limits.Skills, command),
        CommandKind.ConfigureTeam => ConfigureNamed(EventKind.TeamConfigured, Directory.Teams, Limits.Teams, command),
        CommandKind.ConfigureVendor =>
            ConfigureNamed(EventKind.VendorConfigured, Directory.Vendors, Limits.Vendors, command),
        CommandKind.ConfigureQueue => Configure(command.Detail as QueueSettings),
        CommandKind.ConfigureAgent => Configure(command.Detail as AgentSettings),
        CommandKind.RemoveQueue => RemoveQueue(command.Queue),
        CommandKind.RemoveAgent => RemoveAgent(command.Agent),
        CommandKind.OpenQueue => OpenQueue(command.Queue),
        CommandKind.CloseQueue => CloseQueue(command.Queue, command.Ticks),
        _ => Refusal.NotUnderstood,
    };

    Refusal? PerformOnAgent(in Command command)
    {
        if (Agent(command.Agent) is not { } agent) return Refusal.UnknownAgent;
        return command.Kind switch
        {
            CommandKind.ChooseState => ChooseState(agent, command.State, command.Id),
            CommandKind.LoseConnection => LoseConnection(agent),
            CommandKind.Reconnect => Reconnect(agent),
            CommandKind.LoseTelephone => LoseTelephone(agent),
            CommandKind.GainTelephone => GainTelephone(agent),
            _ => SignOut(agent),
        };
    }

    Refusal? PerformOnContact(in Command command)
    {
        ref var contact = ref contacts[command.Contact];
        return command.Kind switch
        {
            CommandKind.EndContact => EndContact(ref contact, command.Reason, command.Number),
            CommandKind.ParkContact => ParkContact(ref contact, command.Ticks, command.Reason, command.Number),
            CommandKind.WakeContact => WakeContact(ref contact, command.Reason, command.Number),
            CommandKind.PromiseCallback => PromiseCallback(ref contact, command),
            CommandKind.ReopenContact => ReopenContact(ref contact, command.Number),
            CommandKind.AcceptOffer => AcceptOffer(ref contact, command.Agent, command.Number),
            CommandKind.RefuseOffer => RefuseOffer(ref contact, command.Agent, command.Number),
            CommandKind.EndSegment => EndSegment(ref contact, command.Agent, command.Number),
            CommandKind.FinishWrapUp => FinishWrapUp(contact, command.Agent),
            CommandKind.TransferToQueue => TransferToQueue(ref contact, command.Agent, command.Queue),
            CommandKind.TransferToAgent => TransferToAgent(ref contact, command),
            CommandKind.Consult => Consult(ref contact, command),
            CommandKind.HandOver => HandOver(ref contact, command.Agent),
            CommandKind.CancelTransfer => CancelTransfer(ref contact, command.Agent),
            CommandKind.Snooze => Snooze(ref contact, command.Agent, command.Ticks, command.Number),
            CommandKind.SetPriority => SetPriority(contact, command.BaseMilli),
            CommandKind.MoveContact => MoveContact(ref contact, command.Queue),
            CommandKind.TakeContact => TakeContact(ref contact, command.Agent),
            CommandKind.PickContact => PickContact(ref contact, command.Agent),
            CommandKind.GiveContact => GiveContact(ref contact, command.Agent),
            CommandKind.ReapplySteps => MoveContact(ref contact, contact.Queue),
            _ => Refusal.NotUnderstood,
        };
    }

    /// <summary>An event to fill in and to let become state, for those that happen to every contact.</summary>
    ref Event Next(EventKind kind, int contact)
    {
        ref var next = ref sink.Next();
        next.Kind = kind;
        next.Contact = contact;
        next.AtTicks = at;
        return ref next;
    }

    /// <summary>The state changes by the event, and it is told.</summary>
    void Emit(in Event happened)
    {
        ref var told = ref sink.Next();
        told = happened;
        told.AtTicks = at;
        Become(told);
    }
}
