package org.fairreview.supervision.lead.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.document.SheetWriter;
import org.fairreview.document.SheetWriter.Column;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.supervision.lead.Lead;
import org.fairreview.supervision.lead.LeadDesk.Seen;
import org.fairreview.supervision.lead.LeadSource;
import org.fairreview.supervision.lead.LeadState;
import org.fairreview.supervision.lead.LeadWording;
import org.fairreview.supervision.lead.SourceKind;
import org.fairreview.workflow.SubjectPages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the pages and the workbook of leads show. */
@Component
class LeadPages {

    /** A value of a list and the Chinese label that people choose by. */
    record Choice(String key, String value) {}

    record Row(
            String number,
            String title,
            String documentNumber,
            String issuer,
            String region,
            String sources,
            String state,
            boolean ended,
            boolean late,
            String due,
            String decision,
            String openedOn) {}

    record SourceView(
            String kind,
            String found,
            String measure,
            String said,
            @Nullable String matter,
            @Nullable String address,
            @Nullable String mergedFrom) {}

    record Fact(String label, String value, @Nullable String address) {}

    private final Units units;
    private final Directory directory;
    private final LeadWording wording;
    private final ObjectProvider<SubjectPages> subjectPages;

    LeadPages(Units units, Directory directory, LeadWording wording, ObjectProvider<SubjectPages> subjectPages) {
        this.units = units;
        this.directory = directory;
        this.wording = wording;
        this.subjectPages = subjectPages;
    }

    Row row(Seen seen) {
        Lead lead = seen.lead();
        return new Row(
                lead.number(),
                seen.title(),
                seen.documentNumber(),
                seen.issuer(),
                units.regionName(lead.regionId()),
                kinds(seen.kinds()),
                wording.label("lead.state", lead.state()),
                lead.state() == LeadState.ENDED,
                seen.late(),
                lead.state() == LeadState.OPEN ? wording.day(lead.decideUntil()) : "",
                lead.decision()
                        .map(made -> wording.label("lead.decision", made))
                        .orElse(""),
                wording.day(lead.openedAt()));
    }

    private String kinds(Collection<SourceKind> kinds) {
        return kinds.stream()
                .sorted()
                .map(kind -> wording.label("lead.source", kind))
                .reduce((one, other) -> one + "、" + other)
                .orElse("");
    }

    SourceView source(LeadSource source, String number, Actor actor) {
        return new SourceView(
                wording.label("lead.source", source.kind()),
                source.foundBy()
                        .map(by -> wording.of("lead.by", directory.nameOf(by), wording.minute(source.foundAt())))
                        .orElseGet(() -> wording.of("lead.byItself", wording.minute(source.foundAt()))),
                Stream.of(source.title(), source.documentNumber(), source.issuer())
                        .filter(each -> !each.isEmpty())
                        .reduce((one, other) -> one + "　" + other)
                        .orElse(""),
                source.said(),
                source.matter().orElse(null),
                (source.kind() == SourceKind.VISIT
                                ? source.matter().flatMap(visit -> pageOf(visit, actor))
                                : source.address())
                        .orElse(null),
                source.mergedFrom().filter(from -> !from.equals(number)).orElse(null));
    }

    /** What was decided and what became of it, with the ways there that are open to the person. */
    List<Fact> course(Seen seen, Actor actor) {
        Lead lead = seen.lead();
        List<Fact> facts = new ArrayList<>();
        lead.earlier().ifPresent(earlier -> facts.add(linked("lead.earlier", earlier, actor)));
        if (seen.isCheckedOutOfSight()) {
            facts.add(new Fact(wording.of("lead.checkedIn"), wording.of("lead.checkedOutOfSight"), null));
            return facts;
        }
        lead.decision().ifPresent(made -> {
            facts.add(new Fact(
                    wording.of("lead.decision"),
                    wording.label("lead.decision", made) + "，"
                            + by(lead.decidedBy().orElse(""), lead),
                    null));
            facts.add(new Fact(wording.of("lead.reason"), lead.reason(), null));
        });
        lead.mergedInto().ifPresent(into -> facts.add(linked("lead.into", into, actor)));
        lead.checkedIn().ifPresent(matter -> facts.add(linked("lead.checkedIn", matter, actor)));
        lead.checkedAt().ifPresent(at -> {
            String by = wording.of("lead.by", directory.nameOf(lead.checkedBy().orElse("")), wording.minute(at));
            facts.add(new Fact(
                    wording.of("lead.checked"),
                    lead.checkOutcome()
                            .map(outcome -> wording.label("lead.outcome", outcome) + "，" + by)
                            .orElse(by),
                    null));
            facts.add(new Fact(wording.of("lead.report"), lead.checkReport().orElse(""), null));
        });
        lead.handedTo().ifPresent(body -> facts.add(new Fact(wording.of("lead.handedTo"), body, null)));
        lead.letterNumber().ifPresent(letter -> facts.add(linked("lead.letter", letter, actor)));
        return facts;
    }

    private String by(String userId, Lead lead) {
        return wording.of(
                "lead.by",
                directory.nameOf(userId),
                wording.minute(lead.decidedAt().orElseThrow()));
    }

    private Fact linked(String key, String number, Actor actor) {
        return new Fact(wording.of(key), number, pageOf(number, actor).orElse(null));
    }

    private Optional<String> pageOf(String number, Actor actor) {
        return subjectPages
                .orderedStream()
                .flatMap(pages -> pages.pageOf(number, actor).stream())
                .findFirst();
    }

    List<Choice> choices(String prefix, Enum<?>... values) {
        return Stream.of(values)
                .map(value -> new Choice(value.name(), wording.label(prefix, value)))
                .toList();
    }

    byte[] workbook(List<Seen> found) {
        return SheetWriter.write(
                wording.of("leads.title"),
                List.<Column<Row>>of(
                        new Column<>(wording.of("lead.number"), 22, Row::number),
                        new Column<>(wording.of("lead.measure"), 50, Row::title),
                        new Column<>(wording.of("lead.documentNumber"), 22, Row::documentNumber),
                        new Column<>(wording.of("lead.issuer"), 22, Row::issuer),
                        new Column<>(wording.of("lead.region"), 12, Row::region),
                        new Column<>(wording.of("lead.sources"), 22, Row::sources),
                        new Column<>(wording.of("lead.state"), 10, Row::state),
                        new Column<>(wording.of("lead.decision"), 14, Row::decision),
                        new Column<>(wording.of("lead.openedOn"), 16, Row::openedOn)),
                found.stream().map(this::row).toList());
    }
}
