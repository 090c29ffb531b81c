package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.review.CaseReads;
import org.fairreview.review.ledger.Ledger;
import org.fairreview.review.ledger.LedgerEntry;
import org.fairreview.review.ledger.LedgerPage;
import org.fairreview.review.ledger.LedgerQuery;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger for other systems, as JSON: the conditions of the page, and the lines that the person sees there. */
@RestController
@RequestMapping("/api/measures")
class MeasureApi {

    private static final List<String> PARAMETERS = Stream.concat(
                    Arrays.stream(LedgerQuery.class.getRecordComponents()).map(component -> component.getName()),
                    Stream.of("page"))
            .toList();

    /**
     * A page of lines.
     *
     * @param total how many lines there are on all pages
     * @param pages how many pages there are; a page behind the last one is empty
     */
    record Lines(long total, int page, int pages, int size, List<MeasureLine> items) {}

    private final CurrentActor currentActor;
    private final Ledger ledger;
    private final Directory directory;
    private final CaseReads reads;
    private final Labels labels;

    MeasureApi(CurrentActor currentActor, Ledger ledger, Directory directory, CaseReads reads, Labels labels) {
        this.currentActor = currentActor;
        this.ledger = ledger;
        this.directory = directory;
        this.reads = reads;
        this.labels = labels;
    }

    @GetMapping
    Lines measures(
            @ParameterObject LedgerQuery query,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request) {
        refuseWhatIsIgnored(query, page, request.getParameterMap());
        LedgerPage found = ledger.page(query, currentActor.get(), page);
        reads.exported(found.entries().stream()
                .map(LedgerEntry::number)
                .filter(Objects::nonNull)
                .toList());
        Map<String, String> names = new HashMap<>();
        return new Lines(
                found.total(),
                page,
                found.pages(),
                LedgerPage.SIZE,
                found.number() < page
                        ? List.of()
                        : found.entries().stream()
                                .map(entry -> line(entry, names))
                                .toList());
    }

    /** The page passes over a condition that it does not understand; a program would take all lines for some. */
    private static void refuseWhatIsIgnored(LedgerQuery query, int page, Map<String, String[]> given) {
        given.forEach((name, values) -> {
            if (!PARAMETERS.contains(name)) {
                throw Refusal.at(name, "api.parameter.unknown", name, String.join("、", PARAMETERS));
            }
            if (values.length > 1) {
                throw Refusal.at(name, "api.parameter.twice", name);
            }
        });
        Map<String, String> understood = query.parameters();
        String words = value(given, "q");
        if (!words.isEmpty() && !words.equals(understood.get("q"))) {
            throw Refusal.at("q", "api.parameter.wordsTooLong");
        }
        String year = value(given, "year");
        if (!year.isEmpty() && !understood.containsKey("year")) {
            throw Refusal.at("year", "api.parameter.year", year);
        }
        if (page < 1) {
            throw Refusal.at("page", "api.parameter.page", value(given, "page"));
        }
    }

    private static String value(Map<String, String[]> given, String name) {
        return Stream.of(given.getOrDefault(name, new String[0]))
                .collect(Collectors.joining())
                .strip();
    }

    private MeasureLine line(LedgerEntry entry, Map<String, String> names) {
        return new MeasureLine(
                entry.number(),
                entry.isOffline() ? null : entry.pastId(),
                entry.title(),
                entry.kind(),
                label("measure.kind", entry.kind()),
                entry.issuance(),
                label("measure.issuance", entry.issuance()),
                entry.draftingUnit(),
                entry.region(),
                entry.receivedAt(),
                entry.route(),
                label("review.route", entry.route()),
                entry.stage(),
                label("review.stage", entry.stage()),
                entry.end(),
                label("review.end", entry.end()),
                entry.lead(),
                Optional.ofNullable(entry.reviewerId())
                        .map(id -> names.computeIfAbsent(id, directory::nameOf))
                        .orElse(null),
                entry.conclusion(),
                label("review.conclusion", entry.conclusion()),
                entry.documentNumber(),
                entry.signedOffAt(),
                entry.concludedOn(),
                entry.deliveredOn(),
                entry.lastDay(),
                entry.endedOn(),
                entry.usedDays(),
                entry.standing(),
                entry.over(),
                entry.versions(),
                entry.findings(),
                entry.number() == null ? null : "/api/cases/" + entry.number());
    }

    private @Nullable String label(String prefix, @Nullable Enum<?> value) {
        return value == null ? null : labels.of(prefix, value);
    }
}
