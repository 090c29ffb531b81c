package org.fairreview.identity;

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
     */
    public boolean covers(DirectoryEntry entry, Account account, Units units) {
        Set<String> regionsOfPerson = Stream.concat(
                        Stream.ofNullable(account.unitId()),
                        entry.posts().stream().map(Post::unitId))
                .map(id -> units.find(id).map(Unit::regionId).orElse(Region.HOME))
                .collect(Collectors.toSet());
        if (regionsOfPerson.isEmpty()) {
            return regions.contains(Region.HOME);
        }
        return regions.containsAll(regionsOfPerson);
    }
}
