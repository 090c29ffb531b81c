package org.fairreview.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fairreview.audit.AuditTrail;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Units;
import org.fairreview.reporting.Books;
import org.fairreview.reporting.Closing;
import org.fairreview.reporting.ClosingPapers;
import org.fairreview.reporting.Closings;
import org.fairreview.reporting.Difference;
import org.fairreview.reporting.Differences;
import org.fairreview.reporting.web.FigurePages.Choice;
import org.fairreview.reporting.web.FigurePages.Number;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of closed periods show. */
@Component
class ClosingPages {

    private static final int YEARS = 10;
    private static final String COMPLAINTS = "/complaints/";

    /** What the page of figures says of the closing. */
    record Mark(String text, String url, List<Number> carried) {}

    record Line(String period, String region, String closedBy, String closedAt, String url, String figures) {}

    record FileView(String name, String url, String digest) {}

    /** @param changed who last did something with the case, and when; null where nothing is recorded */
    record EntryView(
            String sign,
            String subject,
            @Nullable String url,
            String unit,
            String day,
            int amount,
            @Nullable String changed) {}

    record DifferenceView(
            String figure,
            String name,
            int closed,
            int counted,
            String more,
            String state,
            boolean explained,
            List<EntryView> entries,
            List<String> reasons) {}

    record ClosingView(
            long id,
            String title,
            String region,
            String closedBy,
            String closedAt,
            String remark,
            String digest,
            boolean untouched,
            String figures,
            List<FileView> files,
            List<Number> carried,
            List<DifferenceView> differences) {}

    private final Books books;
    private final Closings closings;
    private final Differences differences;
    private final FigurePages pages;
    private final FigureTexts texts;
    private final Units units;
    private final AuditTrail trail;
    private final Clock clock;

    ClosingPages(
            Books books,
            Closings closings,
            Differences differences,
            FigurePages pages,
            FigureTexts texts,
            Units units,
            AuditTrail trail,
            Clock clock) {
        this.books = books;
        this.closings = closings;
        this.differences = differences;
        this.pages = pages;
        this.texts = texts;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
    }

    Mark mark(Closing closing) {
        return new Mark(
                texts.of("closing.mark", texts.person(closing.closedBy()), texts.day(closing.closedAt())),
                url(closing),
                carried(closing));
    }

    List<Line> list(List<String> seen) {
        return books.all(seen).stream()
                .map(closing -> new Line(
                        name(closing),
                        units.regionName(closing.regionId()),
                        texts.person(closing.closedBy()),
                        texts.day(closing.closedAt()),
                        url(closing),
                        Asked.of(closing.period()).url("/figures")))
                .toList();
    }

    ClosingView view(Closing closing, boolean complaints) {
        return new ClosingView(
                closing.id(),
                name(closing),
                units.regionName(closing.regionId()),
                texts.person(closing.closedBy()),
                texts.day(closing.closedAt()),
                closing.remark(),
                String.valueOf(closing.digest()),
                closings.isUntouched(closing),
                Asked.of(closing.period()).url("/figures"),
                closings.files(closing).stream()
                        .filter(file -> complaints || !isContent(file))
                        .map(file -> new FileView(file.name(), url(closing) + "/files/" + file.id(), file.sha256()))
                        .toList(),
                carried(closing),
                differences.of(closing).stream()
                        .map(difference -> view(difference, complaints))
                        .toList());
    }

    /** The canonical writing names complaints; it is for those who read them. */
    static boolean isContent(StoredFile file) {
        return file.kind().filter(ClosingPapers.Kind.CONTENT.name()::equals).isPresent();
    }

    private List<Number> carried(Closing closing) {
        Asked asked = Asked.of(closing.period());
        return closings.carried(closing).entrySet().stream()
                .map(each -> new Number(
                        texts.name(each.getKey()),
                        each.getValue(),
                        asked.url("/figures/" + each.getKey().id())))
                .toList();
    }

    private DifferenceView view(Difference difference, boolean complaints) {
        List<EntryView> entries = new ArrayList<>();
        difference.come().forEach(entry -> entries.add(view("+", entry, complaints)));
        difference.gone().forEach(entry -> entries.add(view("−", entry, complaints)));
        return new DifferenceView(
                difference.figure().id(),
                texts.name(difference.figure()),
                difference.closed(),
                difference.counted(),
                FigurePages.signed(difference.counted() - difference.closed()),
                difference.state(),
                difference.isExplained(),
                entries,
                difference.reasons().stream()
                        .map(reason -> texts.of(
                                reason.state().equals(difference.state())
                                        ? "closing.reasoned"
                                        : "closing.reasoned.before",
                                reason.text(),
                                texts.person(reason.by()),
                                texts.day(reason.at())))
                        .toList());
    }

    private EntryView view(String sign, Difference.Entry entry, boolean complaints) {
        boolean sealed = !complaints && entry.url() != null && entry.url().startsWith(COMPLAINTS);
        return new EntryView(
                sign,
                sealed ? texts.of("figure.none") : entry.subject(),
                sealed ? null : entry.url(),
                entry.unitId() == null ? texts.of("figure.none") : units.name(entry.unitId()),
                entry.on() == null ? "" : texts.day(LocalDate.parse(entry.on())),
                entry.amount(),
                sealed || entry.restricted() ? null : lastAct(entry.subject()));
    }

    private @Nullable String lastAct(String subject) {
        return trail.lastOf(subject)
                .map(act -> texts.of(
                        "closing.lastAct",
                        act.actor().name() == null
                                ? texts.of("closing.system")
                                : act.actor().name(),
                        texts.day(act.occurredAt())))
                .orElse(null);
    }

    private String name(Closing closing) {
        return pages.periodName(Asked.of(closing.period()));
    }

    private static String url(Closing closing) {
        return "/figures/closings/" + closing.id();
    }

    List<Choice> years() {
        int now = LocalDate.now(clock).getYear();
        return IntStream.iterate(now, year -> year - 1)
                .limit(YEARS)
                .mapToObj(year -> new Choice(String.valueOf(year), texts.of("figures.year", String.valueOf(year))))
                .toList();
    }

    List<Choice> parts() {
        List<Choice> parts = new ArrayList<>();
        parts.add(new Choice("", texts.of("figures.wholeYear")));
        IntStream.rangeClosed(1, 4)
                .forEach(quarter -> parts.add(new Choice("Q" + quarter, texts.of("figures.quarter", quarter))));
        return parts;
    }
}
