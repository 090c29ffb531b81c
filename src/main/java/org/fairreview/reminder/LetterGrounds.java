package org.fairreview.reminder;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.fairreview.identity.Region;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.review.LetterMatter.Matter;
import org.fairreview.review.LetterMatter.MeasureConcerned;
import org.fairreview.review.LetterMatter.QuotedFinding;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether a letter stands on its ground, as things are now: who is written to and who drafted is taken from the registers
 * of units and cases, not from the form, and {@link LetterRules} is asked. Asked when a draft is sent off, and again
 * before each signature and the delivery, since in the meantime a unit may reply, a finding be put right.
 */
@Component
class LetterGrounds {

    private final LetterRows rows;
    private final LetterKinds kinds;
    private final LetterFilling filling;
    private final Units units;
    private final Clock clock;

    LetterGrounds(LetterRows rows, LetterKinds kinds, LetterFilling filling, Units units, Clock clock) {
        this.rows = rows;
        this.kinds = kinds;
        this.filling = filling;
        this.units = units;
        this.clock = clock;
    }

    /** The draft with the names of the registers: of its addressee, of those who drafted, of the findings that it quotes. */
    LetterDraft known(Letter letter, LetterDraft typed) {
        Optional<Matter> matter = matter(letter, typed.addresseeUnitId());
        Optional<Unit> addressee = addressee(typed);
        return new LetterDraft(
                typed.kind(),
                typed.addresseeAs(),
                addressee.map(Unit::id).orElse(typed.addresseeUnitId()),
                addressee.map(Unit::name).orElse(typed.addresseeUnitId() == null ? typed.addresseeName() : ""),
                typed.text(),
                typed.measures().stream()
                        .map(measure -> known(letter, measure, matter))
                        .toList(),
                typed.findings().stream().map(finding -> known(finding, matter)).toList());
    }

    private Optional<Unit> addressee(LetterDraft typed) {
        return typed.addresseeUnitId() == null
                ? named(typed.addresseeName())
                : units.find(typed.addresseeUnitId()).filter(Unit::isAtWork);
    }

    private Optional<Unit> named(String name) {
        return units.all().stream()
                .filter(unit -> unit.isAtWork() && unit.name().equals(name.strip()))
                .findFirst();
    }

    private LetterMeasure known(Letter letter, LetterMeasure typed, Optional<Matter> matter) {
        Optional<MeasureConcerned> concerned = matter.stream()
                .flatMap(known -> known.measures().stream())
                .filter(measure -> measure.title().equals(typed.title()))
                .findFirst();
        Optional<Unit> drafter = concerned
                .map(measure -> units.inCharge(measure.draftingUnitId()))
                .flatMap(units::find)
                .or(() -> concerned.isPresent() ? Optional.empty() : drafter(letter, typed));
        return new LetterMeasure(
                typed.title(),
                concerned
                        .map(MeasureConcerned::number)
                        .filter(number -> !number.isBlank())
                        .orElse(typed.issuedNumber()),
                drafter.map(Unit::name).orElse(typed.drafter()),
                drafter.map(Unit::id).orElse(null));
    }

    /** The drafter of a measure of which no case tells: the one that the draft named before, or the unit of that name. */
    private Optional<Unit> drafter(Letter letter, LetterMeasure typed) {
        return letter.measures().stream()
                .filter(before ->
                        before.title().equals(typed.title()) && before.drafter().equals(typed.drafter()))
                .flatMap(before -> Optional.ofNullable(before.drafterUnitId()).stream())
                .findFirst()
                .map(units::inCharge)
                .flatMap(units::find)
                .or(() -> named(typed.drafter()));
    }

    private static LetterFinding known(LetterFinding typed, Optional<Matter> matter) {
        return typed.quoting(matter.stream()
                .flatMap(known -> known.findings().stream())
                .filter(finding -> isQuoted(typed, finding))
                .map(QuotedFinding::id)
                .findFirst()
                .orElse(null));
    }

    private static boolean isQuoted(LetterFinding typed, QuotedFinding finding) {
        return finding.measureTitle().equals(typed.measureTitle())
                && finding.quotation().strip().equals(typed.quotation().strip());
    }

    /** The first rule that stands against the draft. */
    Optional<Refusal> check(Letter letter, LetterDraft draft) {
        if (letter.regulatorUnitId().equals(draft.addresseeUnitId())) {
            return Optional.of(Refusal.at("addressee", "letter.addresseeSelf"));
        }
        return LetterRules.check(
                draft,
                Optional.ofNullable(letter.origin().follows())
                        .flatMap(rows::findById)
                        .map(this::preceding)
                        .orElse(null),
                letter.regionId(),
                units.regulatorAbove(letter.regionId()).map(Unit::name).orElse(null));
    }

    /** What stands against the letter now, that did not when it was drafted. */
    Optional<Refusal> objection(Letter letter) {
        Optional<Unit> addressee = letter.addresseeUnitId().flatMap(units::find);
        if (addressee.filter(Unit::isDissolved).isPresent()) {
            return Optional.of(Refusal.of("letter.addresseeGone", letter.addresseeName()));
        }
        return goneFinding(letter).or(() -> check(letter, standing(letter)));
    }

    /** The letter as a draft, by the registers of today. */
    private LetterDraft standing(Letter letter) {
        return new LetterDraft(
                kinds.get(letter.kind()),
                letter.addresseeAs().orElseThrow(),
                letter.addresseeUnitId().orElse(null),
                letter.addresseeUnitId().map(units::name).orElse(letter.addresseeName()),
                letter.text(),
                letter.measures().stream().map(this::inCharge).toList(),
                letter.findings());
    }

    private LetterMeasure inCharge(LetterMeasure measure) {
        String drafter = measure.drafterUnitId() == null ? null : units.inCharge(measure.drafterUnitId());
        return drafter == null
                ? measure
                : new LetterMeasure(measure.title(), measure.issuedNumber(), units.name(drafter), drafter);
    }

    /** A finding of the letter's subject that was justified, put right or taken back since. */
    private Optional<Refusal> goneFinding(Letter letter) {
        List<LetterFinding> findings = letter.findings();
        List<QuotedFinding> standing = matter(letter, letter.addresseeUnitId().orElse(null)).stream()
                .flatMap(matter -> matter.findings().stream())
                .toList();
        for (int place = 0; place < findings.size(); place++) {
            LetterFinding finding = findings.get(place);
            boolean gone = finding.findingId().isPresent()
                    && standing.stream()
                            .noneMatch(
                                    each -> each.id().equals(finding.findingId().get()) || isQuoted(finding, each));
            if (gone) {
                return Optional.of(Refusal.of("letter.findingGone", place + 1));
            }
        }
        return Optional.empty();
    }

    private Optional<Matter> matter(Letter letter, @Nullable String unitId) {
        return Optional.ofNullable(letter.origin().subject())
                .flatMap(subject -> filling.matter(subject, unitId == null ? "" : unitId));
    }

    private Preceding preceding(Letter letter) {
        String parent = units.regions().stream()
                .filter(region -> region.id().equals(letter.regionId()))
                .findFirst()
                .map(Region::parentId)
                .orElse(null);
        return new Preceding(
                letter.number(),
                kinds.get(letter.kind()).ground(),
                parent,
                letter.addresseeUnitId().map(units::inCharge).orElse(null),
                letter.addresseeName(),
                letter.hasFailed(clock.instant()));
    }

    /** Whether the letter is one after which the next-higher regulator may call to an interview (Measures 42). */
    boolean mayLeadToInterview(Letter letter) {
        return letter.hasFailed(clock.instant()) && kinds.get(letter.kind()).ground() == Ground.FINDING;
    }
}
