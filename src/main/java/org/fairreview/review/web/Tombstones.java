package org.fairreview.review.web;

import java.util.Optional;
import org.fairreview.audit.RecordCheck;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Units;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.destruction.DestructionLine;
import org.fairreview.review.destruction.DestructionList;
import org.fairreview.review.destruction.Destructions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is left of a case whose papers were destroyed. */
@Component
@Transactional(readOnly = true)
class Tombstones {

    /**
     * The case in the register.
     *
     * @param listUrl where the list is, for those who may read it
     * @param seal what the verification of its chain says
     */
    record Tombstone(
            String number,
            String title,
            String unit,
            String submitted,
            String end,
            String endedOn,
            @Nullable String conclusion,
            @Nullable String documentNumber,
            String retention,
            String list,
            @Nullable String listUrl,
            String destroyedAt,
            String seal) {}

    private final CaseFile cases;
    private final Destructions destructions;
    private final Measures measures;
    private final Units units;
    private final RecordCheck record;
    private final Labels labels;
    private final Moments moments;

    Tombstones(
            CaseFile cases,
            Destructions destructions,
            Measures measures,
            Units units,
            RecordCheck record,
            Labels labels,
            Moments moments) {
        this.cases = cases;
        this.destructions = destructions;
        this.measures = measures;
        this.units = units;
        this.record = record;
        this.labels = labels;
        this.moments = moments;
    }

    /** Empty for a case that is still there, and for one that the person may not see. */
    Optional<Tombstone> find(String number, Actor actor) {
        return cases.findInRegister(number, actor)
                .filter(review -> review.destroyedAt().isPresent())
                .map(review -> of(review, actor));
    }

    private Tombstone of(ReviewCase review, Actor actor) {
        DestructionList list = destructions.listOf(review.number()).orElseThrow();
        DestructionLine line = list.lines().stream()
                .filter(each -> each.caseNumber().equals(review.number()))
                .findFirst()
                .orElseThrow();
        return new Tombstone(
                review.number(),
                measures.get(review.measureId()).facts().title(),
                units.name(review.draftingUnitId()),
                moments.day(review.submittedAt()),
                labels.of("review.end", review.caseEnd().orElseThrow()),
                moments.day(line.endedOn()),
                review.conclusion()
                        .map(value -> labels.of("review.conclusion", value))
                        .orElse(null),
                review.documentNumber().orElse(null),
                labels.of("review.retention", line.retention()),
                labels.text("destruction.number", String.valueOf(list.id())),
                destructions.find(list.id(), actor).isPresent() ? "/destruction/" + list.id() : null,
                moments.minute(review.destroyedAt().orElseThrow()),
                record.verifyCase(review.number()).sentence());
    }
}
