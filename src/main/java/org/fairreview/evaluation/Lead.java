package org.fairreview.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an accepted report points supervision at: a lead for a spot check, or a letter that is wanted. */
@Entity
@Table(name = "evaluation_lead")
public class Lead {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String regionId;

    private String regulatorUnitId;

    @Enumerated(EnumType.STRING)
    private FindingUse kind;

    private String evaluationId;

    private String origin;

    private @Nullable String evaluatedUnitId;

    private String title;

    @Column(length = 4000)
    private String quotation;

    private String regime;

    private String item;

    @Column(length = 4000)
    private String effect;

    @Column(length = 4000)
    private String suggestion;

    @Column(length = 2000)
    private String note;

    private String notedBy;

    private Instant notedAt;

    protected Lead() {}

    Lead(Evaluation evaluation, EvaluationFinding finding, FindingUse kind, String notedBy, Instant notedAt) {
        this.regionId = evaluation.regionId();
        this.regulatorUnitId = evaluation.regulatorUnitId();
        this.kind = kind;
        this.evaluationId = evaluation.id();
        this.origin = evaluation.caseNumber();
        this.evaluatedUnitId = evaluation.evaluatedUnitId().orElse(null);
        this.title = evaluation.title();
        this.quotation = finding.quotation();
        this.regime = finding.regime();
        this.item = finding.item();
        this.effect = finding.effect();
        this.suggestion = finding.suggestion();
        this.note = finding.useNote();
        this.notedBy = notedBy;
        this.notedAt = notedAt;
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    public String regionId() {
        return regionId;
    }

    public FindingUse kind() {
        return kind;
    }

    /** The case, or the plan, in which the evaluation was commissioned. */
    public String origin() {
        return origin;
    }

    public Optional<String> evaluatedUnitId() {
        return Optional.ofNullable(evaluatedUnitId);
    }

    public String title() {
        return title;
    }

    public String quotation() {
        return quotation;
    }

    public String regime() {
        return regime;
    }

    public String item() {
        return item;
    }

    public String effect() {
        return effect;
    }

    public String suggestion() {
        return suggestion;
    }

    public String note() {
        return note;
    }

    public String notedBy() {
        return notedBy;
    }

    public Instant notedAt() {
        return notedAt;
    }
}
