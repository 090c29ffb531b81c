package org.fairreview.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.review.LetterMatter;
import org.fairreview.review.LetterMatter.Matter;
import org.fairreview.review.LetterMatter.MeasureConcerned;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Fills a letter from its ground: what the feature tells of the subject, and what the letter before came to. */
@Component
class LetterFilling {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final int LONGEST_TITLE = 200;

    private final ObjectProvider<LetterMatter> matters;
    private final LetterRows rows;
    private final Units units;
    private final Directory directory;
    private final MessageSource messages;
    private final Clock clock;

    LetterFilling(
            ObjectProvider<LetterMatter> matters,
            LetterRows rows,
            Units units,
            Directory directory,
            MessageSource messages,
            Clock clock) {
        this.matters = matters;
        this.rows = rows;
        this.units = units;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    /** What is known of the subject. */
    Optional<Matter> matter(String subject, String unitId) {
        return matters.stream()
                .flatMap(feature -> feature.about(subject, unitId).stream())
                .findFirst();
    }

    boolean isOpenTo(String subject, Actor actor) {
        return matters.stream().anyMatch(feature -> feature.isOpenTo(subject, actor));
    }

    Letter letter(String number, LetterStart start, Instant now) {
        Optional<Matter> matter = Optional.ofNullable(start.subject())
                .flatMap(subject -> matter(subject, start.addresseeUnitId() == null ? "" : start.addresseeUnitId()));
        Optional<Letter> before = Optional.ofNullable(start.follows()).flatMap(rows::findById);
        List<LetterMeasure> measures = new ArrayList<>();
        List<LetterFinding> findings = new ArrayList<>();
        if (matter.isPresent()) {
            matter.get().measures().forEach(measure -> measures.add(measure(measure)));
            matter.get().findings().stream()
                    .filter(finding ->
                            start.findingIds().isEmpty() || start.findingIds().contains(finding.id()))
                    .forEach(finding -> findings.add(new LetterFinding(
                            finding.id(),
                            finding.measureTitle(),
                            finding.address(),
                            finding.quotation(),
                            finding.standard(),
                            finding.reason(),
                            finding.asked())));
        } else if (before.isPresent()) {
            measures.addAll(before.get().measures());
            before.get().findings().stream()
                    .filter(finding -> !finding.rectified().orElse(false))
                    .forEach(finding -> findings.add(finding.quoting(null)));
        }
        return new Letter(
                number,
                new LetterOrigin(
                        start.regionId(),
                        start.regulatorUnitId(),
                        start.source(),
                        start.subject(),
                        matter.map(Matter::title).orElse(null),
                        matter.map(Matter::restricted).orElseGet(() -> before.map(
                                        letter -> letter.origin().restricted())
                                .orElse(false)),
                        start.follows(),
                        start.begunBy(),
                        now),
                start.kind().key(),
                start.addresseeAs() == null ? addressee(start, measures) : start.addresseeAs(),
                start.addresseeUnitId(),
                start.addresseeName(),
                text(start, matter, before, measures),
                measures,
                findings);
    }

    private LetterMeasure measure(MeasureConcerned concerned) {
        String drafter = units.inCharge(concerned.draftingUnitId());
        return new LetterMeasure(concerned.title(), concerned.number(), units.name(drafter), drafter);
    }

    private static Addressee addressee(LetterStart start, List<LetterMeasure> measures) {
        List<Addressee> allowed = start.kind().addressees();
        boolean drafter = measures.stream()
                .anyMatch(measure -> measure.drafterUnitId() != null
                        && measure.drafterUnitId().equals(start.addresseeUnitId()));
        if (drafter && allowed.contains(Addressee.DRAFTER)) {
            return Addressee.DRAFTER;
        }
        return allowed.contains(Addressee.OTHER) ? Addressee.OTHER : allowed.get(0);
    }

    private LetterText text(
            LetterStart start, Optional<Matter> matter, Optional<Letter> before, List<LetterMeasure> measures) {
        String facts = matter.map(Matter::facts)
                .or(() -> before.map(letter -> letter.text().facts()))
                .orElse("");
        return new LetterText(
                title(matter, before, measures),
                facts,
                before.map(this::outcome).orElse(""),
                null,
                "",
                start.kind().asks(),
                start.begunBy() == null ? "" : directory.nameOf(start.begunBy()),
                "",
                "");
    }

    private String title(Optional<Matter> matter, Optional<Letter> before, List<LetterMeasure> measures) {
        String title = measures.size() == 1
                ? text("letter.fill.title", measures.get(0).title())
                : matter.map(Matter::title)
                        .or(() -> before.map(letter -> letter.text().title()))
                        .orElse("");
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }

    /** What the letter before came to, in a sentence. */
    private String outcome(Letter before) {
        String document = before.documentNumber().orElse(before.number());
        String day =
                before.delivery().map(delivery -> DAY.format(delivery.on())).orElse("");
        if (before.judgement().filter(judged -> !judged.rectified()).isPresent()) {
            return text(
                    "letter.fill.insufficient",
                    units.name(before.regulatorUnitId()),
                    day,
                    document,
                    before.addresseeName(),
                    before.judgement().get().reasons());
        }
        if (!before.hasFailed(clock.instant())) {
            return "";
        }
        return text(
                "letter.fill.overdue",
                units.name(before.regulatorUnitId()),
                day,
                document,
                before.addresseeName(),
                before.replyUntil()
                        .map(until -> DAY.format(LocalDate.ofInstant(until, clock.getZone())))
                        .orElse(""));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
