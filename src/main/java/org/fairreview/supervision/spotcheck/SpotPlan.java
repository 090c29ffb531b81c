package org.fairreview.supervision.spotcheck;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a spot check, as the leader signs it.
 *
 * @param focus what is looked at, and why (重点)
 * @param fieldWords words of which a measure's fields or title hold one; lines, empty for all fields
 * @param levelNames the levels looked at, lines; empty for all
 * @param unitIds the units looked at, lines; empty for all
 * @param regionIds the regions looked at, lines
 * @param issuedFrom the first day of issue looked at; null for any
 * @param sampleSize how many are drawn; 0 where only named measures are inspected
 * @param stratum by what the list is divided; null for a simple draw
 * @param endsOn the day until which the inspection is done
 * @param seedAnnouncement which public number is the seed; empty where the product draws it
 * @param seedKnownOn the day on which that number becomes known; null as that is
 */
@Embeddable
public record SpotPlan(
        @Column(name = "title") String title,
        @Column(name = "focus") String focus,
        @Column(name = "field_words") String fieldWords,
        @Column(name = "level_names") String levelNames,
        @Column(name = "unit_ids") String unitIds,
        @Column(name = "region_ids") String regionIds,
        @Column(name = "issued_from") @Nullable LocalDate issuedFrom,
        @Column(name = "issued_until") @Nullable LocalDate issuedUntil,
        @Column(name = "sample_size") Integer sampleSize,
        @Enumerated(EnumType.STRING) @Column(name = "stratum") @Nullable Stratum stratum,
        @Column(name = "starts_on") LocalDate startsOn,
        @Column(name = "ends_on") LocalDate endsOn,
        @Column(name = "first_inspector") String firstInspector,
        @Column(name = "second_inspector") String secondInspector,
        @Enumerated(EnumType.STRING) @Column(name = "seed_source") SeedSource seedSource,
        @Column(name = "seed_announcement") String seedAnnouncement,
        @Column(name = "seed_known_on") @Nullable LocalDate seedKnownOn) {

    static String lines(Collection<String> each) {
        return String.join("\n", each);
    }

    private static List<String> of(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).toList();
    }

    public List<String> fields() {
        return of(fieldWords);
    }

    public List<Level> levels() {
        return of(levelNames).stream().map(Level::valueOf).toList();
    }

    public List<String> units() {
        return of(unitIds);
    }

    public List<String> regions() {
        return of(regionIds);
    }

    public List<String> inspectors() {
        return Stream.of(firstInspector, secondInspector).collect(Collectors.toList());
    }
}
