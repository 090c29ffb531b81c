package org.fairreview.legaladvice.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.legaladvice.AdviceQuestion;
import org.fairreview.legaladvice.Advisers;
import org.fairreview.legaladvice.Assessment;
import org.fairreview.legaladvice.LegalAdvice;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.workflow.FormContext;
import org.fairreview.workflow.InboxTask;
import org.fairreview.workflow.OpenTask;
import org.fairreview.workflow.TaskInbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the forms of an adviser, and of the section head who names one, show. The questions are for whoever holds the
 * task: the case may be restricted.
 */
@Component
class AdviceFormContext implements FormContext {

    private static final String GIVE = "Task_GiveOpinion";
    private static final String NAME = "Task_NameAdviser";

    /** A term and what it says. */
    record Fact(String label, String value) {}

    /** A value of a list and the Chinese label that people choose by. */
    record Choice(String value, String label) {}

    record Context(
            String caseNumber,
            String caseUrl,
            String title,
            List<Fact> facts,
            String where,
            String party,
            List<String> questions,
            List<Choice> assessments,
            List<Choice> advisers) {}

    private final LegalAdvices advices;
    private final Advisers advisers;
    private final TaskInbox inbox;
    private final Directory directory;
    private final Units units;
    private final CurrentActor currentActor;
    private final AdviceWords words;

    AdviceFormContext(
            LegalAdvices advices,
            Advisers advisers,
            TaskInbox inbox,
            Directory directory,
            Units units,
            CurrentActor currentActor,
            AdviceWords words) {
        this.advices = advices;
        this.advisers = advisers;
        this.inbox = inbox;
        this.directory = directory;
        this.units = units;
        this.currentActor = currentActor;
        this.words = words;
    }

    @Override
    public boolean serves(OpenTask task) {
        return Set.of(GIVE, NAME).contains(task.key())
                && isHeld(task)
                && open(task).isPresent();
    }

    private boolean isHeld(OpenTask task) {
        String user = currentActor.get().userId();
        return inbox.ofCase(task.caseNumber()).stream()
                .anyMatch(each -> each.id().equals(task.id()) && user.equals(each.assignee()));
    }

    private Optional<LegalAdvice> open(OpenTask task) {
        return advices.of(task.caseNumber()).stream()
                .filter(LegalAdvice::isOpen)
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Object of(OpenTask task) {
        LegalAdvice advice = open(task).orElseThrow();
        boolean contract = advice.kind() == LegalAdvice.Kind.CONTRACT;
        boolean gives = task.key().equals(GIVE);
        String title = inbox.ofCase(task.caseNumber()).stream()
                .filter(each -> each.id().equals(task.id()))
                .findFirst()
                .map(InboxTask::measureTitle)
                .orElse("");
        return new Context(
                advice.caseNumber(),
                (contract ? "/advice/contracts/" : "/cases/") + advice.caseNumber(),
                title,
                facts(advice),
                words.of("advice.form.where." + advice.kind()),
                advisers.nameOf(advice.party()),
                gives
                        ? advice.questions().stream()
                                .map(AdviceQuestion::question)
                                .toList()
                        : List.of(),
                Arrays.stream(Assessment.values())
                        .map(value -> new Choice(value.name(), words.of("advice.assessment", value)))
                        .toList(),
                gives
                        ? List.of()
                        : advices.choicesFor(advice).stream()
                                .map(adviser -> new Choice(
                                        adviser.userId(), adviser.name() + "（" + units.name(adviser.unitId()) + "）"))
                                .toList());
    }

    private List<Fact> facts(LegalAdvice advice) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                words.of("advice.asked"),
                words.of(
                        "advice.asked.by",
                        units.name(advice.askingUnitId()),
                        directory.nameOf(advice.requestedBy()),
                        words.minute(advice.requestedAt()))));
        facts.add(new Fact(words.of("advice.party." + advice.kind()), advisers.nameOf(advice.party())));
        advice.declines().stream()
                .map(declined -> directory.nameOf(declined.adviserId()))
                .forEach(name -> facts.add(new Fact(words.of("advice.declined"), name)));
        return facts;
    }
}
