using Centrala.Core.Vocabulary;

namespace Centrala.Core.Routing;

/// <summary>Who may serve a contact, and for how long only they.</summary>
/// <param name="Requires">Evaluated among the members of the queue.</param>
/// <param name="For">Runs while the contact waits; then the next step comes into force. Null: no end, and only so in
/// the last step.</param>
/// <param name="WhileSignedIn">Skipped at once while everybody who fits it is offline (sticky agent, case
/// owner).</param>
public sealed record Step(Requirement Requires, TimeSpan? For = null, bool WhileSignedIn = false);
