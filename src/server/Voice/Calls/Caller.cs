using System.Diagnostics;
using Centrala.Protocols.Sip;
using Centrala.Server.Voice.Answering;
using Centrala.Server.Voice.Media;
using Centrala.Server.Voice.Quality;
using Centrala.Server.Voice.Recording;

namespace Centrala.Server.Voice.Calls;

/// <summary>A customer on the line, from the INVITE to its end. Only for those who have the line's turn.</summary>
sealed class Caller(Guid contact, CalledNumber number, Call line, Sound sound, Bridge bridge, string? callerNumber)
{
    /// <summary>Another one than at first for who was cut off and calls again.</summary>
    public Guid Contact { get; set; } = contact;

    public CalledNumber Number => number;

    /// <summary>Another one than at first where a carrier did not work.</summary>
    public Call Line { get; set; } = line;

    /// <summary>The way out to him whom we call; null for who calls us.</summary>
    public CarrierSearch? Search { get; init; }

    public Sound Sound => sound;

    public Bridge Bridge => bridge;

    /// <summary>When the INVITE was read, by the stopwatch; 0 once a phone has rung.</summary>
    public long ArrivedAt { get; set; } = Stopwatch.GetTimestamp();

    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>That of the number, or the one that the caller chose.</summary>
    public Guid QueueId { get; set; } = number.QueueId;

    /// <summary>A skill, of the number or chosen; empty: what the partner speaks.</summary>
    public Guid LanguageId { get; set; } = number.LanguageId;

    /// <summary>He was told in words that he is recorded, or is just being told.</summary>
    public bool IsToldOfRecording { get; set; }

    /// <summary>How the lines of those were who have left the call.</summary>
    public List<LineFact> Lines { get; } = [];

    /// <summary>How the customer's line is at present.</summary>
    public LineWatch Watch { get; } = new();

    /// <summary>Nothing is heard of the customer any more, and nobody has hung up.</summary>
    public bool IsLost { get; set; }

    /// <summary>As the carrier says; null when it is withheld.</summary>
    public string? CallerNumber => callerNumber;

    /// <summary>What the caller offered for its sound; null when it left that to this side.</summary>
    public Sdp? Offered { get; set; }

    /// <summary>The call is answered: 200 has gone out.</summary>
    public bool IsAnswered { get; set; }

    /// <summary>False while this side calls him and he has not answered.</summary>
    public bool IsReached { get; set; } = true;

    /// <summary>Names the call where it is a callback; empty for every other.</summary>
    public Guid Leg { get; init; }

    /// <summary>A callback that nobody has answered: the contact is its agent's all the same.</summary>
    public bool IsUnanswered => Leg != default && !IsReached;

    /// <summary>Leads who hear the call, or are rung for it.</summary>
    public List<Guest> Guests { get; } = [];

    /// <summary>The contact is committed.</summary>
    public bool IsStored { get; set; }

    /// <summary>The router knows of the contact, or will: only then is it told of the line's end.</summary>
    public bool IsRouted { get; set; } = number.PlanId is null;

    /// <summary>His way through the steps of the number; null when there is none, or it is over.</summary>
    public Visit? Visit { get; set; }

    /// <summary>The line is gone: what still comes for it is late.</summary>
    public bool IsOver { get; set; }

    /// <summary>The contact goes on without the line, or is over: the line's end tells the router nothing.</summary>
    public bool IsLetGo { get; set; }

    /// <summary>What is said is recorded on it, from the first agent's answer on; null while it is not.</summary>
    public Tape? Tape { get; set; }

    /// <summary>Rung or talked with; null while it waits.</summary>
    public AgentLine? Agent { get; set; }

    /// <summary>The colleague whom the agent has asked, and who has answered; null when there is none.</summary>
    public AgentLine? Asked { get; set; }

    /// <summary>Whether the customer hears the asked colleague.</summary>
    public bool IsAskedJoined { get; set; }

    /// <summary>The router looks for somebody to ask, or has found him.</summary>
    public bool IsAsking { get; set; }

    /// <summary>Whom the agent has called into the call from outside; null for nobody.</summary>
    public Outsider? Outsider { get; set; }

    /// <summary>The agent has left the customer to music, and talks with whom he asks, or waits for him.</summary>
    public bool IsAside { get; set; }

    /// <summary>To whom it is offered while another agent still has it; null when to nobody.</summary>
    public AgentLine? Next { get; set; }
}
