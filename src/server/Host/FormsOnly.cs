using Microsoft.AspNetCore.Http.Metadata;

namespace Centrala.Server.Host;

/// <summary>Routes that read a form refuse whatever else comes: the code that is generated for them would break over it.</summary>
sealed class FormsOnly(RequestDelegate next)
{
    public Task Invoke(HttpContext context)
    {
        if (context.Request.HasFormContentType || context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes
            .Contains("multipart/form-data") is not true) return next(context);
        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    }
}
