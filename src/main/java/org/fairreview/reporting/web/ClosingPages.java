package org.fairreview.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fairreview.audit.AuditTrail;
import org.fairreview.audit.AuditTrail.LastAct;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.reporting.Books;
import org.fairreview.reporting.Closing;
import org.fairreview.reporting.ClosingPapers;
import org.fairreview.reporting.Closings;
import org.fairreview.reporting.Difference;
import org.fairreview.reporting.Differences;
import org.fairreview.reporting.Figure;
import org.fairreview.reporting.Period;
import org.fairreview.reporting.Slice;
import org.fairreview.reporting.web.FigurePages.Choice;
import org.fairreview.reporting.web.FigurePages.Number;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of closed periods show. */
@Component
class ClosingPages {

    private static final int YEARS = 10;
    private static final String COMPLAINTS = "/complaints/";

    /** As many lines of each difference stand on the closing's page; all of them on pages of their own. */
    private static final int SOME = 10;

    /** What the page of figures says of the closing. */
    record Mark(String text, @Nullable String added, String url, List<Number> carried) {}

    record Line(String period, String region, String closedBy, String closedAt, String url, String figures) {}

    record FileView(String name, String url, String digest) {}

    /** @param changed who last did something with the case, and when; null where nothing is recorded */
    record EntryView(
            String sign,
            String subject,
            @Nullable String url,
            String title,
            String unit,
            String day,
            int amount,
            @Nullable String changed) {}

    /** @param all where all lines stand; null where these are all */
    record DifferenceView(
            String figure,
            String name,
            int closed,
            int counted,
            String more,
            String state,
            boolean explained,
            String lines,
            List<EntryView> entries,
            @Nullable String all,
            List<String> reasons) {}

    /** A page of the lines of a difference. */
    record LinesView(
            String title,
            String region,
            String back,
            DifferenceView difference,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * @param added the regions that came since, in words; null where there are none
     * @param withheld how many matters' titles the files do not tell; 0 for whom they do
     */
    record ClosingView(
            long id,
            String title,
            String region,
            String closedBy,
            String closedAt,
            String remark,
            String digest,
            @Nullable String added,
            int withheld,
            String figures,
            List<FileView> files,
            List<Number> carried,
            List<DifferenceView> differences) {}

    /** That a longer period is closed, and where. */
    record Around(String text, String url) {}

    /** The period that is offered for closing. */
    record Offered(String year, String part) {}

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

    /** Marks a page with the closing that tells its numbers, or says that they are today's though a longer period is closed. */
    void mark(Slice slice, List<String> seen, Model model) {
        Optional<Closing> closing = books.closing(slice, seen);
        model.addAttribute("closed", closing.map(this::mark).orElse(null));
        model.addAttribute(
                "around",
                closing.isPresent()
                        ? null
                        : books.around(slice, seen)
                                .map(found -> new Around(texts.of("closing.around", name(found)), url(found)))
                                .orElse(null));
    }

    private Mark mark(Closing closing) {
        return new Mark(
                texts.of("closing.mark", texts.person(closing.closedBy()), texts.day(closing.closedAt())),
                added(closing),
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

    /** @param complaints whether complaints are open to the person */
    ClosingView view(Closing closing, Actor actor, boolean complaints) {
        int withheld = actor.holds(Role.AUDITOR) ? 0 : closings.withheld(closing);
        return new ClosingView(
                closing.id(),
                name(closing),
                units.regionName(closing.regionId()),
                texts.person(closing.closedBy()),
                texts.day(closing.closedAt()),
                closing.remark(),
                String.valueOf(closing.digest()),
                added(closing),
                withheld,
                Asked.of(closing.period()).url("/figures"),
                closings.files(closing).stream()
                        .filter(file -> !isContent(file) || complaints && withheld == 0)
                        .map(file -> new FileView(file.name(), url(closing) + "/files/" + file.id(), file.sha256()))
                        .toList(),
                carried(closing),
                views(closing, differences.of(closing, SOME), complaints));
    }

    private @Nullable String added(Closing closing) {
        return closing.added().isEmpty()
                ? null
                : texts.of(
                        "closing.added",
                        closing.added().stream().map(units::regionName).collect(Collectors.joining("、")));
    }

    /** The lines of a difference, page by page; empty where there is no difference any more. */
    Optional<LinesView> lines(Closing closing, Figure figure, int asked, boolean complaints) {
        int page = Math.max(1, asked);
        String url = "%s/differences/%s?page=".formatted(url(closing), figure.id());
        return differences
                .of(closing, figure, (page - 1) * FigurePages.LINES, FigurePages.LINES)
                .map(difference -> new LinesView(
                        name(closing),
                        units.regionName(closing.regionId()),
                        url(closing),
                        views(closing, List.of(difference), complaints).get(0),
                        page > 1 ? url + (page - 1) : null,
                        (long) page * FigurePages.LINES < difference.gone() + difference.come()
                                ? url + (page + 1)
                                : null));
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

    private List<DifferenceView> views(Closing closing, List<Difference> found, boolean complaints) {
        Map<String, LastAct> acts = trail.lastOfEach(found.stream()
                .flatMap(difference -> difference.entries().stream())
                .filter(entry -> !entry.restricted() && !isSealed(entry, complaints))
                .map(Difference.Entry::subject)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return found.stream()
                .map(difference -> view(closing, difference, complaints, acts))
                .toList();
    }

    private DifferenceView view(Closing closing, Difference difference, boolean complaints, Map<String, LastAct> acts) {
        return new DifferenceView(
                difference.figure().id(),
                texts.name(difference.figure()),
                difference.closed(),
                difference.counted(),
                FigurePages.signed(difference.counted() - difference.closed()),
                difference.state(),
                difference.isExplained(),
                texts.of("closing.lines", String.valueOf(difference.come()), String.valueOf(difference.gone())),
                difference.entries().stream()
                        .map(entry -> view(entry, complaints, acts))
                        .toList(),
                difference.entries().size() == difference.gone() + difference.come()
                        ? null
                        : "%s/differences/%s"
                                .formatted(url(closing), difference.figure().id()),
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

    private static boolean isSealed(Difference.Entry entry, boolean complaints) {
        return !complaints && entry.url() != null && entry.url().startsWith(COMPLAINTS);
    }

    private EntryView view(Difference.Entry entry, boolean complaints, Map<String, LastAct> acts) {
        boolean sealed = isSealed(entry, complaints);
        return new EntryView(
                texts.of(entry.isGone() ? "closing.gone" : "closing.come"),
                sealed ? texts.of("figure.none") : entry.subject(),
                sealed ? null : entry.url(),
                sealed || entry.title() == null
                        ? texts.of(entry.restricted() ? "figures.restricted" : "figure.none")
                        : entry.title(),
                entry.unitId() == null ? texts.of("figure.none") : units.name(entry.unitId()),
                entry.on() == null ? "" : texts.day(LocalDate.parse(entry.on())),
                entry.amount(),
                lastAct(acts.get(entry.subject())));
    }

    private @Nullable String lastAct(@Nullable LastAct act) {
        return act == null
                ? null
                : texts.of(
                        "closing.lastAct",
                        act.name() == null ? texts.of("closing.system") : act.name(),
                        texts.day(act.at()));
    }

    private String name(Closing closing) {
        return pages.periodName(Asked.of(closing.period()));
    }

    private static String url(Closing closing) {
        return "/figures/closings/" + closing.id();
    }

    /** What is asked once more before a period is closed for good. */
    String question(Asked asked, boolean empty) {
        return texts.of(empty ? "closing.question.empty" : "closing.question", pages.periodName(asked));
    }

    /** The last period that is over and not closed by the region yet: the quarter before its year. */
    Optional<Offered> offered(String regionId) {
        LocalDate today = LocalDate.now(clock);
        return IntStream.iterate(today.getYear(), year -> year - 1)
                .limit(YEARS)
                .boxed()
                .flatMap(year -> Stream.of("Q4", "", "Q3", "Q2", "Q1").map(part -> new Offered(year.toString(), part)))
                .filter(offered -> closings.isOpen(regionId, period(offered)))
                .findFirst();
    }

    private static Period period(Offered offered) {
        int year = Integer.parseInt(offered.year());
        return offered.part().isEmpty()
                ? Period.year(year)
                : Period.quarter(year, Integer.parseInt(offered.part().substring(1)));
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
