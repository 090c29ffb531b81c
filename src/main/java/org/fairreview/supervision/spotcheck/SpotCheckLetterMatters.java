package org.fairreview.supervision.spotcheck;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Units;
import org.fairreview.review.LetterMatter;
import org.fairreview.standard.Standards;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What letters say of spot checks: a unit's measures with problems, or one inspected measure. */
@Component
@Transactional(readOnly = true)
class SpotCheckLetterMatters implements LetterMatter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final SpotCheckRows checks;
    private final SpotItemRows items;
    private final SpotFindingRows findings;
    private final CleanupPeople people;
    private final Standards standards;
    private final Units units;
    private final MessageSource messages;
    private final Clock clock;

    SpotCheckLetterMatters(
            SpotCheckRows checks,
            SpotItemRows items,
            SpotFindingRows findings,
            CleanupPeople people,
            Standards standards,
            Units units,
            MessageSource messages,
            Clock clock) {
        this.checks = checks;
        this.items = items;
        this.findings = findings;
        this.people = people;
        this.standards = standards;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Optional<Matter> about(String subject, String unitId) {
        return checks.findById(subject)
                .map(check -> matter(check, ofUnit(subject, unitId), "/spot-checks/" + subject))
                .or(() -> items.findById(subject)
                        .map(item -> matter(
                                checks.findById(item.checkNumber()).orElseThrow(),
                                List.of(item),
                                "/spot-checks/%s/items/%d".formatted(item.checkNumber(), item.place()))));
    }

    private List<SpotItem> ofUnit(String checkNumber, String unitId) {
        return items.findByCheckNumberOrderByPlace(checkNumber).stream()
                .filter(item -> item.unitId()
                        .filter(unit -> units.inCharge(unit).equals(unitId))
                        .isPresent())
                .filter(item -> isProblem(item) || !standing(item).isEmpty())
                .toList();
    }

    @Override
    public boolean isOpenTo(String subject, Actor actor) {
        return checks.findById(subject)
                .or(() -> items.findById(subject).flatMap(item -> checks.findById(item.checkNumber())))
                .filter(check -> people.sightOf(actor).overlooks(check.regionId()))
                .isPresent();
    }

    private Matter matter(SpotCheck check, List<SpotItem> concerned, String address) {
        StringBuilder facts = new StringBuilder(text(
                "spotcheck.letterFacts",
                DAY.format(check.plan().startsOn()),
                check.plan().title(),
                concerned.size()));
        concerned.stream()
                .filter(SpotCheckLetterMatters::isProblem)
                .forEach(item -> facts.append(text(
                        "spotcheck.letterProcedure",
                        item.title(),
                        text("spotcheck.procedure."
                                + item.procedure().orElseThrow().name()))));
        return new Matter(
                check.plan().title(),
                false,
                facts.toString(),
                concerned.stream()
                        .map(item -> new MeasureConcerned(
                                item.title(),
                                item.documentNumber(),
                                item.unitId().map(units::inCharge).orElse(item.unitName())))
                        .toList(),
                concerned.stream()
                        .flatMap(item -> standing(item).stream().map(finding -> quoted(check, item, finding)))
                        .toList(),
                address);
    }

    private List<SpotFinding> standing(SpotItem item) {
        return findings.findByItemNumberOrderById(item.number()).stream()
                .filter(SpotFinding::isStanding)
                .toList();
    }

    private static boolean isProblem(SpotItem item) {
        return item.procedure().filter(ProcedureVerdict::isProblem).isPresent();
    }

    private QuotedFinding quoted(SpotCheck check, SpotItem item, SpotFinding finding) {
        return new QuotedFinding(
                String.valueOf(finding.id()),
                item.title(),
                finding.address(),
                finding.quotation(),
                standards
                        .regime(check.regime())
                        .flatMap(known -> known.item(finding.item()))
                        .map(known -> known.article() + " " + known.label())
                        .orElse(finding.item()),
                finding.reason(),
                finding.requiredChange());
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }
}
