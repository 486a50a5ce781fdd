using Hotfix.Sandbox.Git;

namespace Hotfix.Sandbox;

/// <summary>What people do with code. Each deed is done, and gives back the deliveries that GitHub sends for it, in GitHub's order. Files are given by path; a text that is null removes one.</summary>
internal static class SandboxCoding
{
    /// <summary>
    /// One commit on top of a branch; a branch that is not there starts at another, by default the default branch (and the <c>create</c> that GitHub sends before is left out: see
    /// <see cref="SandboxRefs.CreateBranch"/>).
    /// </summary>
    public static (SandboxCommit Commit, SandboxDelivery Delivery) Push(
        this SandboxRepository repository, string branch, IReadOnlyDictionary<string, string?> files, string by = "maintainer", string message = "Change files",
        string? from = null)
    {
        lock (repository.State.Gate)
        {
            var code = repository.Branches;

            return Push(repository, branch, code.Commit(code.Branch(branch) ?? Branch(repository, from ?? SandboxBranches.Default), files, repository.State.User(by), message), by);
        }
    }

    /// <summary>The same with one file.</summary>
    public static (SandboxCommit Commit, SandboxDelivery Delivery) Push(this SandboxRepository repository, string branch, string path, string? text, string by = "maintainer") =>
        repository.Push(branch, new Dictionary<string, string?> { [path] = text }, by);

    /// <summary>The same with files that need not be text.</summary>
    public static (SandboxCommit Commit, SandboxDelivery Delivery) PushBytes(
        this SandboxRepository repository, string branch, IReadOnlyDictionary<string, byte[]> files, string by = "maintainer", string message = "Change files")
    {
        lock (repository.State.Gate)
        {
            var (code, person) = (repository.Branches, GitPerson.Of(repository.State.User(by), repository.State.Now));
            var parent = code.Branch(branch) ?? code.Head;
            var after = files.Aggregate(parent.Files, (all, file) => all.With(file.Key, new SandboxBlob(new GitObject("blob", file.Value))));

            return Push(repository, branch, code.Objects.Add(new SandboxCommit([parent], after, person, person, message)), by);
        }
    }

    /// <summary>The same with one file that can be run.</summary>
    public static (SandboxCommit Commit, SandboxDelivery Delivery) PushProgram(this SandboxRepository repository, string branch, string path, string text, string by = "maintainer")
    {
        lock (repository.State.Gate)
        {
            var (code, person) = (repository.Branches, GitPerson.Of(repository.State.User(by), repository.State.Now));
            var parent = code.Branch(branch) ?? code.Head;

            return Push(repository, branch, code.Objects.Add(new SandboxCommit([parent], parent.Files.With(path, SandboxBlob.Of(text, SandboxBlob.Program)), person, person, "Change a program")), by);
        }
    }

    /// <summary>Puts one commit in place of the branch's last: a forced push.</summary>
    public static (SandboxCommit Commit, SandboxDelivery Delivery) Rewrite(
        this SandboxRepository repository, string branch, IReadOnlyDictionary<string, string?> files, string by = "maintainer", string message = "Change files otherwise")
    {
        lock (repository.State.Gate)
        {
            var before = Branch(repository, branch);

            return Push(repository, branch, repository.Branches.Commit(before.Parent ?? before, files, repository.State.User(by), message), by);
        }
    }

    /// <summary>The <c>push</c> that tells of it; all that GitHub sends comes from <see cref="SandboxRefs.DeleteRef"/>.</summary>
    public static SandboxDelivery DeleteBranch(this SandboxRepository repository, string branch, string by = "maintainer") =>
        repository.DeleteRef($"heads/{branch}", by).Single(delivery => delivery.Event == "push");

    private static (SandboxCommit Commit, SandboxDelivery Delivery) Push(SandboxRepository repository, string branch, SandboxCommit commit, string by) =>
        (commit, repository.Move($"heads/{branch}", commit.Sha, repository.State.User(by)).Single(delivery => delivery.Event == "push"));

    private static SandboxCommit Branch(SandboxRepository repository, string branch) =>
        repository.Branches.Branch(branch) ?? throw new ArgumentException($"There is no branch '{branch}'.", nameof(branch));
}
