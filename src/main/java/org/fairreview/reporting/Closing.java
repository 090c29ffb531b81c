package org.fairreview.reporting;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A period that is closed (封存): its figures and lists stand as they were counted.
 *
 * @param regionId whose regulator closed it
 * @param regions whose cases it counts
 * @param added regions that came under the regulator's since; nothing of theirs was closed
 * @param digest the SHA-256 of what was closed in its canonical writing; null while it is being closed
 */
public record Closing(
        long id,
        String regionId,
        Period period,
        List<String> regions,
        List<String> added,
        String closedBy,
        Instant closedAt,
        String remark,
        @Nullable String digest) {

    /** The figures whose cases go on after the period and carry over into the next one (结转). */
    public static final List<String> CARRIED =
            List.of("open", "cleanup-open", "complaints-open", "leads-open", "spot-checks-open", "letters-open");

    /** What the entries of the audit record are about, and what owns the files. */
    public String subject() {
        return "closing-%s-%s-%s".formatted(regionId, period.from(), period.until());
    }

    /** What is closed as a whole. */
    public Slice slice() {
        return Slice.of(period, regions);
    }

    /** With what the ledger of today is compared: the regions that came since count there, and nothing was closed of them. */
    public Slice compared() {
        return Slice.of(period, Stream.concat(regions.stream(), added.stream()).toList());
    }

    /** Whether the part of the ledger is told by the closing. */
    boolean covers(Slice slice) {
        return slice.period().equals(period)
                && !slice.regions().isEmpty()
                && compared().regions().containsAll(slice.regions());
    }

    /** Whether the part is all that was closed. */
    public boolean isWhole(Slice slice) {
        return covers(slice)
                && slice.unit() == null
                && slice.only().isEmpty()
                && slice.regions().containsAll(regions);
    }
}
