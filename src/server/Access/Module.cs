namespace Centrala.Server.Access;

/// <summary>Who somebody is and what they may do.</summary>
sealed class Module : IModule;
