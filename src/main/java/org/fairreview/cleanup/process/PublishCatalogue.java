package org.fairreview.cleanup.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.CleanupProcess;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The office has published what became of the measures. */
@Component("publishCatalogue")
class PublishCatalogue extends AnswerListener<PublishCatalogue.Form> {

    /** The form publish-catalogue.html. */
    record Form(
            @NotNull(message = "{campaign.publishedOnMissing}") LocalDate publishedOn,
            @Nullable @Size(max = 100, message = "{legacy.numberTooLong}") String catalogueNumber,
            @Nullable @Size(max = 500, message = "{legacy.linkTooLong}") String catalogueLink,
            @Nullable String catalogueFile) {}

    private final Campaigns campaigns;

    PublishCatalogue(Answers answers, Campaigns campaigns) {
        super(Form.class, answers);
        this.campaigns = campaigns;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = LegacyTasks.caseNumber(task);
        Optional<Refusal> refusal = campaigns.publish(
                number,
                task.getAssignee(),
                answer.publishedOn(),
                LegacyTasks.text(answer.catalogueNumber()),
                LegacyTasks.text(answer.catalogueLink()),
                answer.catalogueFile());
        CleanupProcess.ALL_CLOSED.set(task, campaigns.isAllClosed(number));
        return refusal;
    }
}
