using System.Text.Json.Serialization;

namespace Hotfix.GitHub;

/// <summary>What somebody may do.</summary>
/// <param name="Permission">Rounded down to <c>admin</c>, <c>write</c>, <c>read</c> or <c>none</c>.</param>
/// <param name="RoleName">Exactly, or the name of a role that the organisation made up; old enterprise servers leave it out.</param>
internal sealed record PermissionWire(string? Permission, string? RoleName, PermittedWire? User);

/// <param name="Permissions">What the role comes to.</param>
internal sealed record PermittedWire(PermissionsWire? Permissions);

internal sealed record PermissionsWire(bool? Admin, bool? Maintain, bool? Push, bool? Triage, bool? Pull);

/// <param name="State"><c>active</c>, or <c>pending</c> for who was invited.</param>
internal sealed record MembershipWire(string? State);

internal sealed record OwnedWire(OwnerWire? Owner);

/// <param name="Type"><c>User</c> or <c>Organization</c>.</param>
internal sealed record OwnerWire(string? Type);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PermissionWire))]
[JsonSerializable(typeof(MembershipWire))]
[JsonSerializable(typeof(OwnedWire))]
internal sealed partial class PeopleJson : JsonSerializerContext;
