package org.fairreview.cleanup.process;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.cleanup.DecisionPaper;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The unit registers the notice by which a measure was repealed, lapsed or was suspended. */
@Component("registerAnnouncement")
class RegisterAnnouncement extends AnswerListener<RegisterAnnouncement.Form> {

    /** The form register-announcement.html. */
    record Form(
            @Nullable @Size(max = 100, message = "{legacy.numberTooLong}") String announcementNumber,
            @Nullable LocalDate announcedOn,
            @Nullable @Size(max = 500, message = "{legacy.linkTooLong}") String announcementLink,
            @Nullable String announcementFile) {}

    private final LegacyCases cases;

    RegisterAnnouncement(Answers answers, LegacyCases cases) {
        super(Form.class, answers);
        this.cases = cases;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return cases.announce(
                LegacyTasks.caseNumber(task),
                new DecisionPaper(
                        LegacyTasks.text(answer.announcementNumber()), answer.announcedOn(), answer.announcementFile()),
                LegacyTasks.text(answer.announcementLink()),
                task.getAssignee());
    }
}
