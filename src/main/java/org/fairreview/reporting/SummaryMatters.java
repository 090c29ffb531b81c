package org.fairreview.reporting;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Units;
import org.fairreview.notification.NoticedCases;
import org.fairreview.workflow.Deadlines.Deadline;
import org.fairreview.workflow.Deadlines.Limit;
import org.fairreview.workflow.PageTasks;
import org.fairreview.workflow.SubjectPages;
import org.fairreview.workflow.WaitingTask;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is told of summaries that are owed: to the unit's people before and on the day, to those above them after it. */
@Component
@Transactional(readOnly = true)
class SummaryMatters implements NoticedCases, SubjectPages, PageTasks {

    private static final String KEY = "yearlySummary";

    private final UnitSummaries summaries;
    private final Units units;

    SummaryMatters(UnitSummaries summaries, Units units) {
        this.summaries = summaries;
        this.units = units;
    }

    @Override
    public Map<String, String> titles(Collection<String> caseNumbers) {
        Map<String, String> titles = new HashMap<>();
        caseNumbers.forEach(number -> summaries
                .find(number)
                .ifPresent(summary ->
                        titles.put(number, units.name(summary.unitId()) + "　" + summaries.taskName(summary))));
        return titles;
    }

    @Override
    public boolean isClosedTo(String caseNumber, Actor actor) {
        return false;
    }

    @Override
    public Optional<String> pageOf(String number, Actor actor) {
        return summaries
                .find(number)
                .filter(summary -> summaries.isSeenBy(summary, actor))
                .map(summary -> "/summaries/" + summary.id());
    }

    @Override
    public List<Limit> before(Instant moment) {
        return summaries.owed().stream()
                .filter(summary -> summaries.dueAt(summary).isBefore(moment))
                .map(summary -> new Limit(
                        new Deadline(summary.taskId(), summaries.dueAt(summary)),
                        summary.requestedAt(),
                        summary.regionId()))
                .toList();
    }

    @Override
    public Optional<WaitingTask> find(String taskId) {
        return summaries.owed().stream()
                .filter(summary -> summary.taskId().equals(taskId))
                .findFirst()
                .map(summary -> new WaitingTask(
                        taskId,
                        KEY,
                        summaries.taskName(summary),
                        summary.number(),
                        summary.regionId(),
                        summaries.postsOf(summary),
                        null,
                        summaries.peopleOf(summary),
                        summary.requestedAt(),
                        summaries.dueAt(summary)));
    }
}
