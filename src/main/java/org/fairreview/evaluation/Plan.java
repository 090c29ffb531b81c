package org.fairreview.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.fairreview.evaluation.Evaluation.Purpose;
import org.jspecify.annotations.Nullable;

/** A planned evaluation (评估计划): which of the three objects of Measures 35, in which year, and how far it is. */
@Entity
@Table(name = "evaluation_plan")
public class Plan {

    /** How far it is. */
    public enum State {
        PLANNED,
        COMMISSIONED,
        DONE,
        CANCELLED
    }

    @Id
    private String number;

    @Version
    private int revision;

    private String regionId;

    private String regulatorUnitId;

    private int planYear;

    private String title;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(length = 2000)
    private String subject;

    private @Nullable String caseNumber;

    private @Nullable String evaluatedUnitId;

    private String budget;

    @Enumerated(EnumType.STRING)
    private State state = State.PLANNED;

    private String madeBy;

    private Instant madeAt;

    protected Plan() {}

    Plan(String number, String regionId, String regulatorUnitId, PlanDraft draft, String madeBy, Instant madeAt) {
        this.number = number;
        this.regionId = regionId;
        this.regulatorUnitId = regulatorUnitId;
        this.planYear = draft.year();
        this.title = draft.title();
        this.purpose = draft.purpose();
        this.subject = draft.subject();
        this.caseNumber = draft.caseNumber();
        this.evaluatedUnitId = draft.evaluatedUnitId();
        this.budget = draft.budget();
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    /** Whether it is commissioned from here; the expected effect of a draft is, in the review of that draft. */
    public boolean isCommissionedHere() {
        return purpose != Purpose.EXPECTED_EFFECT;
    }

    void turn(State next) {
        state = next;
    }

    public String number() {
        return number;
    }

    public String regionId() {
        return regionId;
    }

    public String regulatorUnitId() {
        return regulatorUnitId;
    }

    public int year() {
        return planYear;
    }

    public String title() {
        return title;
    }

    public Purpose purpose() {
        return purpose;
    }

    public String subject() {
        return subject;
    }

    public Optional<String> caseNumber() {
        return Optional.ofNullable(caseNumber);
    }

    public Optional<String> evaluatedUnitId() {
        return Optional.ofNullable(evaluatedUnitId);
    }

    public String budget() {
        return budget;
    }

    public State state() {
        return state;
    }

    public String madeBy() {
        return madeBy;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
