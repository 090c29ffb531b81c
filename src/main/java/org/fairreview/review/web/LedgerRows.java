package org.fairreview.review.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fairreview.identity.Directory;
import org.fairreview.review.ledger.LedgerEntry;
import org.fairreview.review.ledger.LedgerHit;
import org.fairreview.review.web.LedgerRow.Hit;
import org.springframework.stereotype.Component;

/** Puts the lines of the ledger into the words of the page. */
@Component
class LedgerRows {

    private final Directory directory;
    private final Labels labels;
    private final Moments moments;

    LedgerRows(Directory directory, Labels labels, Moments moments) {
        this.directory = directory;
        this.labels = labels;
        this.moments = moments;
    }

    /**
     * The lines as rows.
     *
     * @param home the names of the regions that need not be named
     */
    List<LedgerRow> of(
            List<LedgerEntry> entries, Map<String, List<LedgerHit>> hits, List<String> words, Set<String> home) {
        Map<String, String> names = new HashMap<>();
        return entries.stream()
                .map(entry -> row(
                        entry,
                        entry.isPast() ? List.of() : hits.getOrDefault(entry.number(), List.of()),
                        words,
                        home,
                        names))
                .toList();
    }

    private LedgerRow row(
            LedgerEntry entry, List<LedgerHit> hits, List<String> words, Set<String> home, Map<String, String> names) {
        return new LedgerRow(
                entry.number(),
                entry.isPast()
                        ? (entry.isOffline() ? "/cases/offline/" : "/cases/past/") + entry.pastId()
                        : "/cases/" + entry.number(),
                entry.isPast(),
                FoundWords.in(entry.title(), words),
                entry.draftingUnit(),
                home.contains(entry.region()) ? null : entry.region(),
                entry.stage() == null ? null : entry.stage().name().toLowerCase(Locale.ROOT),
                stage(entry),
                Optional.ofNullable(entry.reviewerId())
                        .map(id -> names.computeIfAbsent(id, directory::nameOf))
                        .orElse(null),
                moments.day(entry.receivedAt()),
                clock(entry),
                entry.over(),
                entry.conclusion(),
                Optional.ofNullable(entry.conclusion())
                        .map(conclusion -> labels.of("review.conclusion", conclusion))
                        .orElse(null),
                entry.documentNumber(),
                hits.stream().map(hit -> hit(hit, words)).toList());
    }

    String stage(LedgerEntry entry) {
        if (entry.stage() == null) {
            return labels.text("ledger.past.tag");
        }
        String stage =
                entry.end() == null ? labels.of("review.stage", entry.stage()) : labels.of("review.end", entry.end());
        return entry.lead() ? labels.text("ledger.lead", stage) : stage;
    }

    private Hit hit(LedgerHit hit, List<String> words) {
        return new Hit(
                labels.text("ledger.hit", hit.fileName(), hit.address(), hit.version()),
                FoundWords.around(hit.text(), words));
    }

    private String clock(LedgerEntry entry) {
        if (entry.isPast()) {
            return entry.concludedOn() == null ? "" : labels.text("page.clock.ended", moments.day(entry.concludedOn()));
        }
        if (entry.endedOn() != null) {
            return labels.text("page.clock.ended", moments.day(entry.endedOn()));
        }
        if (entry.standing()) {
            return labels.text("page.clock.standing");
        }
        return entry.lastDay() == null ? "" : moments.day(entry.lastDay());
    }
}
