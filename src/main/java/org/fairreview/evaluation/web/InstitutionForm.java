package org.fairreview.evaluation.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fairreview.evaluation.InstitutionFacts;
import org.fairreview.identity.Objection;
import org.jspecify.annotations.Nullable;

/** What is typed about an institution. */
record InstitutionForm(
        @Nullable String unit,
        @Nullable String qualification,
        @Nullable String independenceOn,
        @Nullable String secrecyOn,
        @Nullable String validUntil,
        @Nullable String since,
        @Nullable String leftOn,
        @Nullable String stagedId) {

    static InstitutionForm empty(LocalDate today) {
        return new InstitutionForm("", "", "", "", "", today.toString(), "", "");
    }

    static InstitutionForm of(String unit, InstitutionFacts facts) {
        return new InstitutionForm(
                unit,
                facts.qualification(),
                typed(facts.independenceOn()),
                typed(facts.secrecyOn()),
                typed(facts.validUntil()),
                typed(facts.since()),
                typed(facts.leftOn()),
                "");
    }

    InstitutionForm with(String staged) {
        return new InstitutionForm(unit, qualification, independenceOn, secrecyOn, validUntil, since, leftOn, staged);
    }

    /** What was typed; days that are none are objected to. */
    InstitutionFacts facts(List<Objection> objections) {
        @Nullable LocalDate from = day("since", since, objections);
        if (from == null && objections.stream().noneMatch(each -> "since".equals(each.field()))) {
            objections.add(Objection.at("since", "evaluators.noDay"));
        }
        return new InstitutionFacts(
                text(qualification),
                day("independenceOn", independenceOn, objections),
                day("secrecyOn", secrecyOn, objections),
                day("validUntil", validUntil, objections),
                Objects.requireNonNullElse(from, LocalDate.EPOCH),
                day("leftOn", leftOn, objections));
    }

    static @Nullable LocalDate day(String field, @Nullable String typed, List<Objection> objections) {
        if (text(typed).isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text(typed));
        } catch (DateTimeException noDay) {
            objections.add(Objection.at(field, "evaluators.noDay"));
            return null;
        }
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").replace("\r\n", "\n").strip();
    }

    private static String typed(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
