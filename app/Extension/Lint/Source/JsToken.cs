namespace Hotfix.Extension.Lint.Source;

internal enum JsKind : byte
{
    Word,
    Number,

    /// <summary>A text in quotes, or a template without places to fill; its token holds what stands between the quotes.</summary>
    Text,

    /// <summary>The beginning of a template with places to fill, up to the first.</summary>
    Template,

    /// <summary>A later part of one.</summary>
    TemplatePart,
    Pattern,
    Sign,
}

/// <param name="Start">Of its characters in the code.</param>
internal readonly record struct JsToken(JsKind Kind, int Start, int Length, int Line);
