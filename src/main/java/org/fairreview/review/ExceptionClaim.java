package org.fairreview.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Optional;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Why a measure that restricts competition may be issued (适用例外): the five points that the conclusion must state
 * (Measures 29), and the end of the exception (Measures 25).
 *
 * @param effect point 1: how the measure affects competition
 * @param ground point 2: why the case of Reg. 12 is given
 * @param leastHarm point 3: why no alternative restricts competition less
 * @param periodReason point 4: why the period is the shortest, or the condition clear
 * @param other point 5: what else there is to say; 无 where there is nothing
 * @param endsOn the last day; absent where a condition ends the exception
 * @param endCondition the condition that ends it; empty where a day does
 */
@Embeddable
public record ExceptionClaim(
        @Enumerated(EnumType.STRING) @Column(name = "exception_case") @Nullable ExceptionCase exceptionCase,
        @Column(name = "exception_effect") String effect,
        @Column(name = "exception_ground") String ground,
        @Column(name = "exception_least_harm") String leastHarm,
        @Column(name = "exception_period_reason") String periodReason,
        @Column(name = "exception_other") String other,
        @Column(name = "exception_ends_on") @Nullable LocalDate endsOn,
        @Column(name = "exception_end_condition") String endCondition) {

    /** The first point that is missing (Measures 29), or an end that has passed. */
    public Optional<Refusal> check(LocalDate today) {
        if (exceptionCase == null) {
            return Optional.of(Refusal.at("exceptionCase", "exception.caseMissing"));
        }
        if (effect.isBlank()) {
            return Optional.of(Refusal.at("effect", "exception.effectMissing"));
        }
        if (ground.isBlank()) {
            return Optional.of(Refusal.at("ground", "exception.groundMissing"));
        }
        if (leastHarm.isBlank()) {
            return Optional.of(Refusal.at("leastHarm", "exception.leastHarmMissing"));
        }
        if (endsOn == null && endCondition.isBlank()) {
            return Optional.of(Refusal.at("endsOn", "exception.endMissing"));
        }
        if (endsOn != null && !endsOn.isAfter(today)) {
            return Optional.of(Refusal.at("endsOn", "exception.endPassed"));
        }
        if (periodReason.isBlank()) {
            return Optional.of(Refusal.at("periodReason", "exception.periodReasonMissing"));
        }
        return other.isBlank() ? Optional.of(Refusal.at("other", "exception.otherMissing")) : Optional.empty();
    }
}
