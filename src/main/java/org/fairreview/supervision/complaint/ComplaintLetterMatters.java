package org.fairreview.supervision.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Units;
import org.fairreview.review.LetterMatter;
import org.fairreview.standard.Standards;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What letters say of a complaint: what was found in the measure, never who reported it nor in which words. */
@Component
@Transactional(readOnly = true)
class ComplaintLetterMatters implements LetterMatter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final ComplaintRows rows;
    private final ComplaintFile file;
    private final Standards standards;
    private final Units units;
    private final MessageSource messages;
    private final Clock clock;

    ComplaintLetterMatters(
            ComplaintRows rows,
            ComplaintFile file,
            Standards standards,
            Units units,
            MessageSource messages,
            Clock clock) {
        this.rows = rows;
        this.file = file;
        this.standards = standards;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Optional<Matter> about(String subject, String unitId) {
        return rows.findById(subject).map(this::found);
    }

    @Override
    public boolean isOpenTo(String subject, Actor actor) {
        return file.find(subject, actor).isPresent();
    }

    private Matter found(Complaint complaint) {
        String unit = complaint.draftingUnitId().orElse("");
        List<ComplaintFinding> findings = complaint.findings();
        String regime = complaint.verification().map(Verification::regime).orElse("");
        return new Matter(
                text("complaint.letterTitle", complaint.measureTitle()),
                false,
                facts(complaint, unit),
                unit.isEmpty()
                        ? List.of()
                        : List.of(new MeasureConcerned(complaint.measureTitle(), complaint.measureNumber(), unit)),
                IntStream.range(0, findings.size())
                        .mapToObj(place -> quoted(complaint, findings.get(place), place, regime))
                        .toList(),
                "/complaints/" + complaint.number());
    }

    private String facts(Complaint complaint, String unit) {
        String day = complaint
                .concludedAt()
                .map(at -> DAY.format(LocalDate.ofInstant(at, clock.getZone())))
                .orElseGet(() -> DAY.format(LocalDate.now(clock)));
        return complaint
                .verification()
                .map(found -> text(
                        "complaint.letterFacts." + found.outcome().name(),
                        day,
                        units.name(unit),
                        complaint.measureTitle()))
                .orElse("");
    }

    private QuotedFinding quoted(Complaint complaint, ComplaintFinding finding, int place, String regime) {
        return new QuotedFinding(
                String.valueOf(place),
                complaint.measureTitle(),
                finding.address(),
                finding.quotation(),
                standards
                        .regime(regime)
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
