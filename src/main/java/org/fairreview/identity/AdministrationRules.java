package org.fairreview.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What administrators may not do: what their office forbids, whoever asks. */
final class AdministrationRules {

    /** Those who administer or audit do nothing else, and none of the three does another's part. */
    private static final Set<Role> ALONE = Set.of(Role.SYSADMIN, Role.SECADMIN, Role.AUDITOR);

    private static final List<Role> AT_HOME = List.of(Role.SYSADMIN, Role.SECADMIN);

    private AdministrationRules() {}

    /** Nobody changes the own posts; a person is either of those who administer and audit, or of those who work. */
    static Optional<Objection> toGrant(String grantor, DirectoryEntry to, boolean disabled, Unit unit, Role role) {
        if (grantor.equals(to.userId())) {
            return Optional.of(Objection.of("people.grant.oneself"));
        }
        if (disabled) {
            return Optional.of(Objection.of("people.grant.disabled"));
        }
        if (unit.isDissolved()) {
            return Optional.of(Objection.at("unit", "people.grant.dissolved"));
        }
        if (unit.regionId().equals(Region.HOME) && !AT_HOME.contains(role)) {
            return Optional.of(Objection.at("role", "people.grant.home"));
        }
        if (to.posts().contains(new Post(unit.id(), role))) {
            return Optional.of(Objection.at("role", "people.grant.already"));
        }
        boolean mixes = to.posts().stream()
                .map(Post::role)
                .anyMatch(held -> held != role && (ALONE.contains(held) || ALONE.contains(role)));
        return mixes ? Optional.of(Objection.at("role", "people.grant.apart")) : Optional.empty();
    }

    static Optional<Objection> toWithdraw(String withdrawer, DirectoryEntry from, Post post) {
        if (withdrawer.equals(from.userId())) {
            return Optional.of(Objection.of("people.grant.oneself"));
        }
        return from.posts().contains(post) ? Optional.empty() : Optional.of(Objection.of("people.withdraw.gone"));
    }

    /** A successor stands in the same region, so that the region's cases stay where they are. */
    static Optional<Objection> toDissolve(Unit unit, Unit successor) {
        if (unit.isDissolved()) {
            return Optional.of(Objection.of("units.dissolve.already"));
        }
        if (unit.regionId().equals(Region.HOME)) {
            return Optional.of(Objection.of("units.dissolve.home"));
        }
        if (successor.isDissolved() || successor.id().equals(unit.id())) {
            return Optional.of(Objection.at("successor", "units.dissolve.successor"));
        }
        return successor.regionId().equals(unit.regionId())
                ? Optional.empty()
                : Optional.of(Objection.at("successor", "units.dissolve.region"));
    }
}
