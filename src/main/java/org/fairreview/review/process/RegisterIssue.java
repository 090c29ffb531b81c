package org.fairreview.review.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.review.CaseIssues;
import org.fairreview.review.IssueOutcome;
import org.fairreview.review.ReviewProcess;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The drafting unit registers the issued measure, that it changed materially, or that it is not issued. */
@Component("registerIssue")
class RegisterIssue extends AnswerListener<RegisterIssue.Form> {

    /** The form register-issue.html. */
    record Form(
            @NotNull(message = "{issue.outcomeMissing}") IssueOutcome outcome,
            @Nullable @Size(max = 100, message = "{issue.numberTooLong}") String number,
            @Nullable LocalDate issuedOn,
            @Nullable @Size(max = 1000, message = "{issue.linkTooLong}") String link,
            @Nullable String text,
            @Nullable @Size(max = 4000, message = "{revision.reasonTooLong}") String reason) {}

    private final CaseIssues issues;

    RegisterIssue(Answers answers, CaseIssues issues) {
        super(Form.class, answers);
        this.issues = issues;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String caseNumber = CaseVariables.CASE_NUMBER.in(task);
        ReviewProcess.ISSUE.set(task, answer.outcome());
        return switch (answer.outcome()) {
            case GIVEN_UP -> issues.giveUp(caseNumber, answer.reason());
            case CHANGED -> issues.changeMaterially(caseNumber, answer.reason());
            case ISSUED -> issue(task, caseNumber, answer);
        };
    }

    private Optional<Refusal> issue(DelegateTask task, String caseNumber, Form answer) {
        if (answer.number() == null || answer.number().isBlank()) {
            return Optional.of(Refusal.at("number", "issue.numberMissing"));
        }
        if (answer.issuedOn() == null) {
            return Optional.of(Refusal.at("issuedOn", "issue.dateMissing"));
        }
        if (answer.text() == null || answer.text().isBlank()) {
            return Optional.of(Refusal.at("text", "issue.textMissing"));
        }
        ReviewProcess.EXCEPTED.set(task, issues.isExcepted(caseNumber));
        return issues.issue(
                caseNumber,
                task.getAssignee(),
                answer.number(),
                answer.issuedOn(),
                answer.link() == null ? "" : answer.link(),
                answer.text());
    }
}
