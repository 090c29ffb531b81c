package org.fairreview.review.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fairreview.document.SheetWriter;
import org.fairreview.document.SheetWriter.Column;
import org.fairreview.identity.Directory;
import org.fairreview.review.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ledger as a workbook (.xlsx): a line each, dates as dates, texts as texts. */
@Component
class LedgerWorkbook {

    private final Directory directory;
    private final LedgerRows rows;
    private final Labels labels;
    private final Moments moments;

    LedgerWorkbook(Directory directory, LedgerRows rows, Labels labels, Moments moments) {
        this.directory = directory;
        this.rows = rows;
        this.labels = labels;
        this.moments = moments;
    }

    byte[] of(List<LedgerEntry> entries) {
        return SheetWriter.write(labels.text("ledger.title"), columns(), entries);
    }

    private Column<LedgerEntry> column(String key, int width, Function<LedgerEntry, @Nullable Object> value) {
        return new Column<>(labels.text("ledger.column." + key), width, value);
    }

    private List<Column<LedgerEntry>> columns() {
        Map<String, String> names = new HashMap<>();
        return List.of(
                column("number", 18, LedgerEntry::number),
                column("title", 50, LedgerEntry::title),
                column("kind", 16, entry -> entry.kind() == null ? null : labels.of("measure.kind", entry.kind())),
                column(
                        "issuance",
                        26,
                        entry -> entry.issuance() == null ? null : labels.of("measure.issuance", entry.issuance())),
                column("unit", 28, LedgerEntry::draftingUnit),
                column("received", 12, entry -> day(entry.receivedAt())),
                column("stage", 12, rows::stage),
                column(
                        "reviewer",
                        10,
                        entry -> entry.reviewerId() == null
                                ? null
                                : names.computeIfAbsent(entry.reviewerId(), directory::nameOf)),
                column(
                        "conclusion",
                        26,
                        entry ->
                                entry.conclusion() == null ? null : labels.of("review.conclusion", entry.conclusion())),
                column("documentNumber", 24, LedgerEntry::documentNumber),
                column("signedOff", 12, entry -> entry.isPast() ? entry.concludedOn() : day(entry.signedOffAt())),
                column("delivered", 12, LedgerEntry::deliveredOn),
                column("due", 12, LedgerEntry::lastDay),
                column("usedDays", 12, LedgerEntry::usedDays),
                column("versions", 8, LedgerEntry::versions),
                column("findings", 8, LedgerEntry::findings),
                column("route", 26, entry -> entry.route() == null ? null : labels.of("review.route", entry.route())));
    }

    private @Nullable LocalDate day(@Nullable Instant moment) {
        return moment == null ? null : moments.dayOf(moment);
    }
}
