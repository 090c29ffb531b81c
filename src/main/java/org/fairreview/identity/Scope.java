package org.fairreview.identity;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an administrator administers: the units of the own region and of the regions below it. */
public record Scope(Set<String> regions) {

    public Scope {
        regions = Set.copyOf(regions);
    }

    public boolean contains(Unit unit) {
        return regions.contains(unit.regionId());
    }

    /**
     * Whether the person is of this scope only. Whoever also works elsewhere belongs to the administrators who reach
     * that far: a county must not come into a city's account by setting its password.
     *
     * @param units all units by id
     */
    public boolean covers(DirectoryEntry entry, Account account, Map<String, Unit> units) {
        Set<String> theirs = regionsOf(entry, account, units);
        return theirs.isEmpty() ? regions.contains(Region.HOME) : regions.containsAll(theirs);
    }

    /** Whether the person works within this scope, be it elsewhere too. */
    public boolean touches(DirectoryEntry entry, Account account, Map<String, Unit> units) {
        return covers(entry, account, units)
                || regionsOf(entry, account, units).stream().anyMatch(regions::contains);
    }

    private static Set<String> regionsOf(DirectoryEntry entry, Account account, Map<String, Unit> units) {
        return Stream.concat(
                        Stream.ofNullable(account.unitId()),
                        entry.posts().stream().map(Post::unitId))
                .map(id -> units.containsKey(id) ? units.get(id).regionId() : Region.HOME)
                .collect(Collectors.toSet());
    }
}
