using Hotfix.Domain;

namespace Hotfix.Releases;

/// <summary>What became of the files that hold the version.</summary>
/// <param name="Files">Those that changed, whole.</param>
/// <param name="Missed">One sentence for each rule that found no place, or more than one; then nothing of it should be committed.</param>
internal sealed record FilesEdited(Values<EditedFile> Files, Values<string> Missed);

/// <summary>A file as it is to be: but for the version as it was, to the byte.</summary>
/// <param name="Path">From the repository's root.</param>
/// <param name="Text">With its byte order mark, where it had one.</param>
internal sealed record EditedFile(string Path, string Text);
