namespace Centrala.Server.Retention;

/// <summary>How long what is known of people is kept, and its erasure when somebody asks for it.</summary>
sealed class Module : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<ForgetInTime>().AddHostedService(provider => provider.GetRequiredService<ForgetInTime>());

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("Retention");
        ShowRetention.Map(api);
        SaveRetention.Map(api);
        SaveAuditRetention.Map(api);
        PreviewErasure.Map(api);
        EraseCustomer.Map(api);
        ErasePerson.Map(api);
        ListErasures.Map(api);
    }
}
