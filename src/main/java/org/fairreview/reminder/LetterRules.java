package org.fairreview.reminder;

import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.document.ClassificationMark;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/** What the law asks of a letter of each kind before it may be signed. */
final class LetterRules {

    private LetterRules() {}

    /**
     * The first rule that the draft breaks.
     *
     * @param regionId the region whose regulator writes
     * @param higherRegulator the name of the next-higher regulator; null where the register holds none
     */
    static Optional<Refusal> check(
            LetterDraft draft, @Nullable Preceding preceding, String regionId, @Nullable String higherRegulator) {
        return wellFormed(draft).or(() -> switch (draft.kind().ground()) {
            case PRACTICE -> Optional.empty();
            case FINDING -> finding(draft);
            case FIELD -> field(draft);
            case AFTER_FAILURE -> afterFailure(draft, preceding, regionId);
            case SUSPECTED_ABUSE -> stated(draft, "letter.abuseNotStated");
            case SERIOUS_CONSEQUENCES -> seriousConsequences(draft, preceding);
            case REPORT -> report(draft, higherRegulator);
        });
    }

    private static Optional<Refusal> wellFormed(LetterDraft draft) {
        LetterText text = draft.text();
        if (!draft.kind().addressees().contains(draft.addresseeAs())) {
            return Optional.of(Refusal.at(
                    "addresseeAs", "letter.addresseeNotAllowed", draft.kind().label()));
        }
        if (draft.addresseeName().isBlank()) {
            return Optional.of(Refusal.at("addressee", "letter.addresseeMissing"));
        }
        if (text.title().isBlank() || text.facts().isBlank() || text.request().isBlank()) {
            return Optional.of(Refusal.at("facts", "letter.textMissing"));
        }
        for (int place = 0; place < draft.findings().size(); place++) {
            LetterFinding finding = draft.findings().get(place);
            boolean known = draft.measures().stream()
                    .anyMatch(measure -> measure.title().equals(finding.measureTitle()));
            if (!known) {
                return Optional.of(
                        Refusal.at("findings[%d].measureTitle".formatted(place), "letter.findingOfNothing", place + 1));
            }
        }
        return texts(draft).anyMatch(ClassificationMark::isIn)
                ? Optional.of(Refusal.of("letter.classified"))
                : Optional.empty();
    }

    private static Stream<String> texts(LetterDraft draft) {
        LetterText text = draft.text();
        return Stream.concat(
                Stream.of(
                        text.title(),
                        text.facts(),
                        text.statement(),
                        text.appointment(),
                        text.request(),
                        text.copyTo(),
                        text.attachments()),
                Stream.concat(
                        draft.measures().stream().map(LetterMeasure::title),
                        draft.findings().stream()
                                .flatMap(
                                        finding -> Stream.of(finding.quotation(), finding.reason(), finding.asked()))));
    }

    /** A measure of the addressee, with a finding (Measures 40); the addressee drafted every measure that is named. */
    private static Optional<Refusal> finding(LetterDraft draft) {
        if (draft.findings().isEmpty()) {
            return Optional.of(Refusal.at("findings", "letter.rectificationWithoutFinding"));
        }
        boolean ofOthers = !draft.measures().stream().allMatch(measure -> isBy(measure, draft));
        return ofOthers ? Optional.of(Refusal.at("addressee", "letter.rectificationToOther")) : Optional.empty();
    }

    private static boolean isBy(LetterMeasure measure, LetterDraft draft) {
        return draft.addresseeUnitId() == null
                ? measure.drafterUnitId() == null && measure.drafter().equals(draft.addresseeName())
                : draft.addresseeUnitId().equals(measure.drafterUnitId());
    }

    /** A problem of a sector, field or area (Measures 43): the ground is tested, not the name of the addressee. */
    private static Optional<Refusal> field(LetterDraft draft) {
        boolean several =
                draft.measures().stream().map(LetterMeasure::title).distinct().count() > 1;
        return several || !draft.text().statement().isBlank()
                ? Optional.empty()
                : Optional.of(Refusal.at("statement", "letter.urgingOnOneMeasure"));
    }

    /**
     * By the next-higher regulator only, to the drafter that was urged to put a finding right and did not in time or not
     * sufficiently (Reg. 24, Measures 42).
     */
    private static Optional<Refusal> afterFailure(LetterDraft draft, @Nullable Preceding preceding, String regionId) {
        if (preceding == null || !preceding.failed()) {
            return Optional.of(Refusal.of("letter.interviewBeforeFailure"));
        }
        if (preceding.ground() != Ground.FINDING) {
            return Optional.of(Refusal.of("letter.interviewWithoutUrging"));
        }
        if (!regionId.equals(preceding.parentRegionId())) {
            return Optional.of(Refusal.of("letter.interviewNotByHigher"));
        }
        if (!preceding.wentTo(draft.addresseeUnitId(), draft.addresseeName())) {
            return Optional.of(Refusal.at("addressee", "letter.interviewOfOther", preceding.addresseeName()));
        }
        return draft.text().appointment().isBlank()
                ? Optional.of(Refusal.at("appointment", "letter.appointmentMissing"))
                : Optional.empty();
    }

    /** Serious consequences, and one of four cases (Measures 45). */
    private static Optional<Refusal> seriousConsequences(LetterDraft draft, @Nullable Preceding preceding) {
        if (draft.text().disciplineCase() == null) {
            return Optional.of(Refusal.at("disciplineCase", "letter.disciplineCaseMissing"));
        }
        boolean afterInterview = preceding != null && preceding.failed() && preceding.ground() == Ground.AFTER_FAILURE;
        if (draft.text().disciplineCase() == DisciplineCase.NOT_RECTIFIED_AFTER_INTERVIEW && !afterInterview) {
            return Optional.of(Refusal.at("disciplineCase", "letter.noInterviewBefore"));
        }
        return stated(draft, "letter.consequencesNotStated");
    }

    private static Optional<Refusal> report(LetterDraft draft, @Nullable String higherRegulator) {
        boolean toOther = draft.addresseeAs() == Addressee.HIGHER_REGULATOR
                && higherRegulator != null
                && !higherRegulator.equals(draft.addresseeName());
        return toOther
                ? Optional.of(Refusal.at("addressee", "letter.reportToOther", higherRegulator))
                : Optional.empty();
    }

    private static Optional<Refusal> stated(LetterDraft draft, String unsaid) {
        return draft.text().statement().isBlank() ? Optional.of(Refusal.at("statement", unsaid)) : Optional.empty();
    }

    /** A measure is judged as a whole: it is put right when every finding is, and the reasons are given. */
    static Optional<Refusal> judgement(boolean whole, String reasons, boolean allRectified) {
        if (reasons.isBlank()) {
            return Optional.of(Refusal.at("reasons", "letter.judgementNotReasoned"));
        }
        return whole && !allRectified
                ? Optional.of(Refusal.at("whole", "letter.rectifiedWithOpenFinding"))
                : Optional.empty();
    }
}
