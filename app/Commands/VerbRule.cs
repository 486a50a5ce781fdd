using Hotfix.Domain;

namespace Hotfix.Commands;

/// <summary>What the registry declares of a verb: the parser, <c>help</c>, the README's table and the config schema are made from it.</summary>
/// <param name="Name">As it is typed.</param>
/// <param name="Where">Where it applies.</param>
/// <param name="Needs">The least role that may use it, unless the config says otherwise.</param>
/// <param name="Forms">What may follow it, one form of arguments each; a form without any stands alone.</param>
/// <param name="Summary">What it does, in one sentence.</param>
/// <param name="Example">A line as somebody would write it.</param>
/// <param name="Undo">How <c>undo</c> takes it back, or why it cannot, in one sentence.</param>
internal sealed record VerbRule(string Name, VerbPlace Where, RepositoryRole Needs, Values<Form> Forms, Values<FlagRule> Flags, string Summary, string Example, string Undo)
{
    /// <summary>It writes more than a label: <c>--dry-run</c> says what would happen.</summary>
    public bool CanRehearse { get; init; }

    /// <summary>It only answers: there is nothing to take back, and no pinned commit to check.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>It tells nothing new, so that there is nothing of it to take back.</summary>
    public bool TellsNothing { get; init; }

    /// <summary>It looks for somebody: at who has how much to do, and who owns which files.</summary>
    public bool LooksForPeople { get; init; }

    /// <summary>It makes sense on an issue that is closed, too.</summary>
    public bool AlsoWhenClosed { get; init; }

    /// <summary>It looks at what was done so far.</summary>
    public bool LooksBack { get; init; }

    /// <summary>It looks at releases, tags and files.</summary>
    public bool LooksAtCode { get; init; }

    /// <summary>It looks at whether the repository's gates are frozen.</summary>
    public bool LooksAtFreeze { get; init; }

    /// <summary>It looks at the issues in which somebody looks at what was overridden.</summary>
    public bool LooksAtFollowUps { get; init; }
}

/// <summary>Where a verb applies.</summary>
internal enum VerbPlace
{
    Issue,

    /// <summary>On an issue and on the pull request of its hotfix.</summary>
    Both,
}

/// <summary>Arguments that go together, in order.</summary>
internal sealed record Form(Values<ArgumentRule> Arguments)
{
    public static Form Alone { get; } = new([]);

    public static Form Of(params ReadOnlySpan<ArgumentRule> arguments) => new([.. arguments]);
}

/// <param name="Name">As the usage shows it: <c>severity</c>; a fixed word shows as itself.</param>
/// <param name="Words">The words that may stand there; empty where <paramref name="Kind"/> tells what may.</param>
internal sealed record ArgumentRule(string Name, ArgumentKind Kind, Values<string> Words)
{
    public static ArgumentRule OneOf(string name, Values<string> words) => new(name, ArgumentKind.OneOf, words);

    public static ArgumentRule Word(string word) => new(word, ArgumentKind.OneOf, [word]);
}

internal enum ArgumentKind
{
    /// <summary>One of the words.</summary>
    OneOf,

    /// <summary><c>@login</c>, with or without the sign.</summary>
    Login,

    /// <summary><c>#12</c>, with or without the sign.</summary>
    Issue,

    /// <summary>The rest of the line up to the first flag; quotes around it are dropped.</summary>
    Text,

    /// <summary>A verb's name.</summary>
    Verb,

    /// <summary>An item of the gate's checklist, by its id.</summary>
    Item,
}

/// <param name="Name">Without the dashes.</param>
/// <param name="Value">What it takes, as the usage shows it: <c>tag</c>; null for none.</param>
/// <param name="TakesText">The value goes on to the next flag or the end of the line; else it is one word, or quoted.</param>
internal sealed record FlagRule(string Name, string? Value, bool TakesText = false);
