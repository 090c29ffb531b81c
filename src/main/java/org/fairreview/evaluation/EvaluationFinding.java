package org.fairreview.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A finding of a report, and what became of it when the report was accepted. */
@Embeddable
public class EvaluationFinding {

    private int reportNumber;

    @Column(length = 4000)
    private String quotation;

    private String regime;

    private String item;

    @Column(length = 4000)
    private String effect;

    @Column(length = 4000)
    private String suggestion;

    @Enumerated(EnumType.STRING)
    @Column(name = "finding_use")
    private @Nullable FindingUse use;

    @Column(length = 2000)
    private @Nullable String useNote;

    protected EvaluationFinding() {}

    EvaluationFinding(int reportNumber, ReportFinding found) {
        this.reportNumber = reportNumber;
        this.quotation = found.quotation();
        this.regime = found.regime();
        this.item = found.item();
        this.effect = found.effect();
        this.suggestion = found.suggestion();
    }

    void use(FindingUse what, String note) {
        use = what;
        useNote = note;
    }

    /** 1 for the first report, one more for each that was returned. */
    public int reportNumber() {
        return reportNumber;
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

    public Optional<FindingUse> use() {
        return Optional.ofNullable(use);
    }

    public String useNote() {
        return useNote == null ? "" : useNote;
    }
}
