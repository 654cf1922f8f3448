namespace Centrala.Server.Demo;

/// <summary>A living centre to try: an invented outsourcer with its partners, people, customers and shops.</summary>
sealed class Module : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<FillCompany>().AddHostedService<DemoDay>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<Settings>().Demo) ShopPage.Map(routes);
    }
}
