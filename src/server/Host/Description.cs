using System.Text.Json.Serialization.Metadata;
using Centrala.Server.Access;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Centrala.Server.Host;

/// <summary>Describes every route to programs: OpenAPI 3.1, generated from the routes themselves.</summary>
static class Description
{
    /// <summary>What a route needs, beside its standard description.</summary>
    public const string PermissionExtension = "x-permission";
    public const string OpenExtension = "x-open-because";

    /// <summary>The name under which the framework keeps the only document.</summary>
    public const string Document = "v1";

    public static void AddServices(IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = NameOf;
        options.AddDocumentTransformer(Introduce);
        options.AddOperationTransformer(Complete);
    });

    /// <summary>The document as it stands in the repository and in front of the interface's users.</summary>
    public static async Task<string> Write(IServiceProvider services, CancellationToken cancel)
    {
        var provider = services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Document);
        var document = await provider.GetOpenApiDocumentAsync(cancel);
        // The framework orders names as the machine's language does.
        document.Components!.Schemas = document.Components.Schemas!
            .OrderBy(schema => schema.Key, StringComparer.Ordinal).ToDictionary();
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancel) + "\n";
    }

    // Requests and responses are nested in their use cases: SignIn.Request becomes SignInRequest.
    static string? NameOf(JsonTypeInfo type)
    {
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        return name is not null && type.Type.DeclaringType is { } owner ? owner.Name + name : name;
    }

    static readonly OpenApiSchema problem = new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "type", "title", "status" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("The address of the page that explains it; tells problems apart."),
            ["title"] = Text("The same for every occurrence."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = Text("What is particular to this occurrence."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "What is wrong, by field, in the language of Accept-Language (en, pl, es, pt-PT, fr, tr).",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(null) },
            },
        },
    };

    static OpenApiSchema Text(string? description) => new() { Type = JsonSchemaType.String, Description = description };

    static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Centrala",
            Version = ProgramVersion.Text,
            Description = "The interface of a contact centre. A person's browser acts by a cookie and sends X-Centrala: 1 with "
                + "what changes something; a program acts by a token. Every refusal is application/problem+json.",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.AddComponent(nameof(Problem), problem);
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["session"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = SessionCookie.Name,
            },
            ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
        };
        return Task.CompletedTask;
    }

    static Task Complete(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var door = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        if (door.OfType<RequiredPermission>().LastOrDefault() is { } needed)
        {
            operation.Extensions[PermissionExtension] = new JsonNodeExtension(Access.Scope.NameOf(needed.Permission));
            operation.Security =
            [
                new() { [new OpenApiSecuritySchemeReference("session", context.Document)] = [] },
                new() { [new OpenApiSecuritySchemeReference("token", context.Document)] = [] },
            ];
        }
        if (door.OfType<OpenToAnybody>().LastOrDefault() is { } open)
            operation.Extensions[OpenExtension] = new JsonNodeExtension(open.Because);
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "Refused; nothing was changed. The type is the address of a page that explains it.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Problem.MediaType] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), context.Document) },
            },
        };
        return Task.CompletedTask;
    }
}
