namespace Centrala.Server.Voice.Recording;

/// <summary>How those who are recorded know it.</summary>
public enum RecordingNotice
{
    /// <summary>They do not hear it: it was agreed otherwise.</summary>
    None,

    /// <summary>A short tone at the begin, and every quarter of a minute.</summary>
    Beep,

    /// <summary>They are told in words before anything is kept: the partner's own, or the program's.</summary>
    Spoken,
}
