package org.fairreview.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The organisation as an office writes it down: regions, units and people, read from YAML at start.
 *
 * <p>A unit is written with its region; a person with posts of the form {@code unit:role}.
 */
record OrganisationFile(List<RegionLine> regions, List<UnitLine> units, List<PersonLine> people) {

    record RegionLine(String id, String name, @Nullable String parent) {}

    record UnitLine(String id, String name, String region, @Nullable Boolean regulator) {}

    record PersonLine(String id, String name, @Nullable String password, List<String> posts) {}
}
