namespace Hotfix.Extension.Permissions;

/// <summary>One sentence that Chrome shows when an extension asks for more (chrome/common/extensions/permissions/chrome_permission_message_rules.cc).</summary>
/// <param name="Needs">The permissions it is shown for, all of them.</param>
/// <param name="Absorbs">The permissions it says everything about, so that they get no sentence of their own.</param>
internal sealed record WarningRule(string Sentence, string[] Needs, string[] Absorbs);
