package org.fairreview.reminder.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.reminder.Addressee;
import org.fairreview.reminder.DisciplineCase;
import org.fairreview.reminder.Letter;
import org.fairreview.reminder.LetterDraft;
import org.fairreview.reminder.LetterFinding;
import org.fairreview.reminder.LetterKind;
import org.fairreview.reminder.LetterKinds;
import org.fairreview.reminder.LetterMeasure;
import org.fairreview.reminder.LetterProcess;
import org.fairreview.reminder.LetterState;
import org.fairreview.reminder.LetterText;
import org.fairreview.reminder.Letters;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.Reminders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The reviewer drafts the letter. */
@Component("draftLetter")
class DraftLetter extends AnswerListener<DraftLetter.Form> {

    /** The form draft-letter.html. */
    record Form(
            @NotBlank(message = "{letter.kindMissing}") String kind,
            @NotNull(message = "{letter.addresseeMissing}") Addressee addresseeAs,
            @Nullable String addresseeUnit,
            @Nullable @Size(max = 200, message = "{letter.lineTooLong}") String addresseeName,
            @NotBlank(message = "{letter.titleMissing}") @Size(max = 200, message = "{letter.lineTooLong}")
                    String title,
            @NotBlank(message = "{letter.factsMissing}") @Size(max = 20000, message = "{letter.textTooLong}")
                    String facts,
            @Nullable @Size(max = 4000, message = "{letter.statementTooLong}") String statement,
            @Nullable DisciplineCase disciplineCase,
            @Nullable @Size(max = 500, message = "{letter.appointmentTooLong}") String appointment,
            @NotBlank(message = "{letter.requestMissing}") @Size(max = 20000, message = "{letter.textTooLong}")
                    String request,
            @Nullable @Size(max = 200, message = "{letter.lineTooLong}") String contact,
            @Nullable @Size(max = 1000, message = "{letter.copyToTooLong}") String copyTo,
            @Nullable @Size(max = 2000, message = "{letter.attachmentsTooLong}") String attachments,
            @NotNull(message = "{task.malformed}") @Valid @Size(max = 100, message = "{letter.tooManyRows}")
                    List<@NotNull(message = "{task.malformed}") Measure> measures,
            @NotNull(message = "{task.malformed}") @Valid @Size(max = 100, message = "{letter.tooManyRows}")
                    List<@NotNull(message = "{task.malformed}") Found> findings) {}

    /** A measure that the letter is about. */
    record Measure(
            @NotBlank(message = "{letter.measureUnnamed}") @Size(max = 500, message = "{letter.measureTooLong}")
                    String measure,
            @Nullable @Size(max = 200, message = "{letter.lineTooLong}") String issuedNumber,
            @NotBlank(message = "{letter.drafterUnnamed}") @Size(max = 200, message = "{letter.lineTooLong}")
                    String drafter) {}

    /** A problem that the letter names. */
    record Found(
            @NotBlank(message = "{letter.findingUnnamed}") @Size(max = 500, message = "{letter.measureTooLong}")
                    String measureTitle,
            @Nullable @Size(max = 500, message = "{letter.measureTooLong}") String address,
            @NotBlank(message = "{letter.quotationMissing}") @Size(max = 20000, message = "{letter.textTooLong}")
                    String quotation,
            @NotBlank(message = "{letter.standardMissing}") @Size(max = 1000, message = "{letter.standardTooLong}")
                    String standard,
            @NotBlank(message = "{letter.reasonMissing}") @Size(max = 20000, message = "{letter.textTooLong}")
                    String reason,
            @Nullable @Size(max = 20000, message = "{letter.textTooLong}") String asked) {}

    private final Letters letters;
    private final LetterKinds kinds;

    DraftLetter(Answers answers, Letters letters, LetterKinds kinds) {
        super(Form.class, answers);
        this.letters = letters;
        this.kinds = kinds;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        Optional<LetterKind> kind = kinds.find(answer.kind());
        if (kind.isEmpty()) {
            return Optional.of(Refusal.at("kind", "letter.kindMissing"));
        }
        String number = CaseVariables.CASE_NUMBER.in(task);
        Optional<Refusal> refusal = letters.draft(
                number,
                task.getAssignee(),
                new LetterDraft(
                        kind.get(),
                        answer.addresseeAs(),
                        said(answer.addresseeUnit()).isBlank() ? null : answer.addresseeUnit(),
                        said(answer.addresseeName()),
                        text(answer),
                        answer.measures().stream()
                                .map(row ->
                                        new LetterMeasure(row.measure(), said(row.issuedNumber()), row.drafter(), null))
                                .toList(),
                        answer.findings().stream().map(DraftLetter::finding).toList()));
        if (refusal.isEmpty()) {
            Letter letter = letters.get(number);
            LetterProcess.LEGAL_LOOK.set(task, letter.state() == LetterState.LEGAL_LOOK);
            LetterProcess.DRAFTER.set(task, task.getAssignee());
            Reminders.ADDRESSEE.set(task, letter.addresseeUnitId().orElse(LetterProcess.NOBODY));
            if (!letter.origin().restricted()) {
                CaseVariables.MEASURE_TITLE.set(task, letters.card(letter));
            }
        }
        return refusal;
    }

    private static LetterText text(Form answer) {
        return new LetterText(
                answer.title(),
                answer.facts(),
                said(answer.statement()),
                answer.disciplineCase(),
                said(answer.appointment()),
                answer.request(),
                said(answer.contact()),
                said(answer.copyTo()),
                said(answer.attachments()));
    }

    private static LetterFinding finding(Found row) {
        return new LetterFinding(
                null,
                row.measureTitle(),
                said(row.address()),
                row.quotation(),
                row.standard(),
                row.reason(),
                said(row.asked()));
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
