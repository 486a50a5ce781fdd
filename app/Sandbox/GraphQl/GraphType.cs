namespace Hotfix.Sandbox.GraphQl;

/// <summary>
/// What can be asked of one kind of thing. A field gives null, a text, a number, a yes or no, a <see cref="GraphNode"/> or a list of those; what is wrong it throws as <see cref="GraphError"/>.
/// </summary>
/// <param name="name">GitHub's name of the type.</param>
/// <param name="wider">The interfaces and unions that it belongs to, besides <c>Node</c>.</param>
internal sealed class GraphType(string name, params IReadOnlyList<string> wider)
{
    private readonly Dictionary<string, Func<object, GraphCall, object?>> fields = [];

    public string Name { get; } = name;

    public bool Is(string type) => type == Name || type == "Node" || wider.Contains(type);

    public Func<object, GraphCall, object?>? Find(string field) => fields.GetValueOrDefault(field);

    /// <summary>A field of things that are kept as <typeparamref name="T"/>.</summary>
    public GraphType With<T>(string field, Func<T, GraphCall, object?> answer)
        where T : class
    {
        fields.Add(field, (value, call) => answer((T)value, call));

        return this;
    }

    public GraphType With<T>(string field, Func<T, object?> answer)
        where T : class => With<T>(field, (value, _) => answer(value));

    public GraphNode Of(object value) => new(this, value);

    public GraphNode? OrNull(object? value) => value is null ? null : new(this, value);
}

/// <summary>A thing, and what can be asked of it.</summary>
internal sealed record GraphNode(GraphType Type, object Value);
