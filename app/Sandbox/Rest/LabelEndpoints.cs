using Hotfix.Sandbox.Wire;

namespace Hotfix.Sandbox.Rest;

/// <summary>The labels of a repository. Source: REST, "Labels".</summary>
internal static class LabelEndpoints
{
    public static IEnumerable<RestRoute> Routes { get; } =
    [
        .. RestRoute.OfRepository("GET", "labels", List),
        .. RestRoute.OfRepository("POST", "labels", Create),
        .. RestRoute.OfRepository("GET", "labels/{name}", Get),
        .. RestRoute.OfRepository("PATCH", "labels/{name}", Update),
    ];

    /// <summary>Null when GitHub takes a label of this shape: names up to 50 characters, descriptions up to 100, colours of six hexadecimal digits.</summary>
    public static RestAnswer? Refuse(string name, string? color, string? description) => (name, color, description) switch
    {
        ({ Length: 0 }, _, _) => RestErrors.Invalid("Label", "missing_field", "name"),
        ({ Length: > 50 }, _, _) => RestErrors.Invalid("Label", "custom", "name", "name is too long (maximum is 50 characters)"),
        (_, not null, _) when color.Length != 6 || !color.All(char.IsAsciiHexDigit) => RestErrors.Invalid("Label", "invalid", "color"),
        (_, _, { Length: > 100 }) => RestErrors.Invalid("Label", "custom", "description", "description is too long (maximum is 100 characters)"),
        _ => null,
    };

    private static RestAnswer List(RestRequest request, SandboxState state)
    {
        var (labels, link) = RestPages.Cut(request, state, [.. request.Repository.Labels]);
        return RestAnswer.Json(200, [.. labels.Select(label => label.Json)], WireJson.GitHub.IReadOnlyListFragment) with { Link = link };
    }

    private static RestAnswer Get(RestRequest request, SandboxState state) =>
        request.Repository.Labels.Find(request["name"]) is { } label ? RestAnswer.Json(200, label.Json) : RestErrors.NotFound;

    private static RestAnswer Create(RestRequest request, SandboxState state)
    {
        var name = request.Text("name") ?? "";
        var (color, description) = (request.Text("color"), request.Text("description"));

        if (Refuse(name, color, description) is { } refusal)
        {
            return refusal;
        }

        return request.Repository.Labels.Find(name) is not null
            ? RestErrors.Invalid("Label", "already_exists", "name")
            : RestAnswer.Json(201, request.Repository.Labels.Add(name, color ?? SandboxLabel.DefaultColor, description).Json);
    }

    private static RestAnswer Update(RestRequest request, SandboxState state)
    {
        var labels = request.Repository.Labels;

        if (labels.Find(request["name"]) is not { } label)
        {
            return RestErrors.NotFound;
        }

        var name = request.Text("new_name") ?? label.Name;
        var (color, description) = (request.Text("color") ?? label.Color, request.Text("description") ?? label.Description);

        if (Refuse(name, color, description) is { } refusal)
        {
            return refusal;
        }

        if (labels.Find(name) is { } other && other != label)
        {
            return RestErrors.Invalid("Label", "already_exists", "name");
        }

        labels.Edit(label, name, color, description);
        return RestAnswer.Json(200, label.Json);
    }
}
