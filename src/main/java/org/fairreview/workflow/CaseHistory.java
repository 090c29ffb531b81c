package org.fairreview.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.fairreview.workflow.CaseCourse.Hold;
import org.fairreview.workflow.CaseCourse.Run;
import org.fairreview.workflow.CaseCourse.Visit;
import org.fairreview.workflow.CaseCourse.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the engine's history how a case went, with as many queries for a long case as for a short one. */
@Component
public class CaseHistory {

    private static final String VISITS =
            """
            select a.* from ACT_HI_ACTINST a
            join ACT_HI_PROCINST p on p.PROC_INST_ID_ = a.PROC_INST_ID_
            where p.BUSINESS_KEY_ = #{number}
            order by a.START_TIME_, a.SEQUENCE_COUNTER_, a.ID_
            """;

    private static final String HOLDS =
            """
            select l.TASK_ID_, l.USER_ID_, l.OPERATION_TYPE_, l.TIMESTAMP_ from ACT_HI_IDENTITYLINK l
            join ACT_HI_TASKINST t on t.ID_ = l.TASK_ID_
            join ACT_HI_PROCINST p on p.PROC_INST_ID_ = t.PROC_INST_ID_
            where p.BUSINESS_KEY_ = :number and l.TYPE_ = 'assignee'
            order by l.TIMESTAMP_, l.OPERATION_TYPE_ desc
            """;

    /** The body around the passes of an element that is passed several times at once; no pass of its own. */
    private static final String BODY = "multiInstanceBody";

    private static final String COMPLETED = "completed";

    private static final String DONE =
            """
            select p.BUSINESS_KEY_, t.TASK_DEF_KEY_, t.ASSIGNEE_ from ACT_HI_TASKINST t
            join ACT_HI_PROCINST p on p.PROC_INST_ID_ = t.PROC_INST_ID_
            where p.BUSINESS_KEY_ in (:numbers) and t.DELETE_REASON_ = 'completed' and t.ASSIGNEE_ is not null
            order by t.END_TIME_
            """;

    private static final String ARCHIVED_DONE =
            """
            select case_number, element, done_by from case_course_step
            where case_number in (:numbers) and done_by is not null
            order by case_number, place
            """;

    /**
     * The numbers of the cases that stand at an element, or passed it: parts of queries over many cases. They need the
     * parameter step, an element's id.
     */
    public static final String CASES_AT_STEP =
            """
            select p.BUSINESS_KEY_ from ACT_HI_ACTINST a
            join ACT_HI_PROCINST p on p.PROC_INST_ID_ = a.PROC_INST_ID_
            where a.ACT_ID_ = :step and a.END_TIME_ is null
            """;

    public static final String CASES_PAST_STEP =
            """
            select p.BUSINESS_KEY_ from ACT_HI_ACTINST a
            join ACT_HI_PROCINST p on p.PROC_INST_ID_ = a.PROC_INST_ID_
            where a.ACT_ID_ = :step and a.END_TIME_ is not null
            union all
            select s.case_number from case_course_step s where s.element = :step
            """;

    /** The numbers of the cases in which a task was done after its due date, or is overdue at the parameter moment. */
    public static final String LATE_CASES =
            """
            select p.BUSINESS_KEY_ from ACT_HI_TASKINST t
            join ACT_HI_PROCINST p on p.PROC_INST_ID_ = t.PROC_INST_ID_
            where t.DUE_DATE_ < coalesce(t.END_TIME_, cast(:moment as timestamp))
            union all
            select s.case_number from case_course s where s.late
            """;

    /** A person who completed a task of a case. */
    public record Doer(String caseNumber, String task, String userId) {}

    private record HoldChange(String task, String user, boolean begins, Instant at) {}

    private final HistoryService history;
    private final ModelFlows flows;
    private final JdbcClient tables;
    private final ObjectMapper json;

    CaseHistory(HistoryService history, ModelFlows flows, JdbcClient tables, ObjectMapper json) {
        this.history = history;
        this.flows = flows;
        this.tables = tables;
        this.json = json;
    }

    /** How the case went so far, in all processes that ran for it. */
    public CaseCourse of(String caseNumber) {
        List<Run> runs = history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(CaseHistory::run)
                .toList();
        if (runs.isEmpty()) {
            return archived(caseNumber);
        }
        Map<String, Work> works = works(caseNumber);
        Map<String, TakenPath> paths = new HashMap<>();
        List<Visit> visits =
                history
                        .createNativeHistoricActivityInstanceQuery()
                        .sql(VISITS)
                        .parameter("number", caseNumber)
                        .list()
                        .stream()
                        .filter(activity -> !activity.getActivityType().equals(BODY))
                        .map(activity -> visit(activity, works, paths))
                        .toList();
        return new CaseCourse(runs, visits);
    }

    /** Who completed which tasks of these cases, in order. */
    public List<Doer> doers(Collection<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return List.of();
        }
        List<Doer> doers = tables.sql(DONE)
                .param("numbers", caseNumbers)
                .query((row, line) -> new Doer(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        List<Doer> archived = tables.sql(ARCHIVED_DONE)
                .param("numbers", caseNumbers)
                .query((row, line) -> new Doer(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        return Stream.concat(doers.stream(), archived.stream()).toList();
    }

    /** How a case went whose history was taken out of the engine. */
    private CaseCourse archived(String caseNumber) {
        return tables.sql("select course from case_course where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .optional()
                .map(this::read)
                .orElseGet(() -> new CaseCourse(List.of(), List.of()));
    }

    private CaseCourse read(String course) {
        try {
            return json.readValue(course, CaseCourse.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The course of a case cannot be read", e);
        }
    }

    private static Run run(HistoricProcessInstance instance) {
        return new Run(
                instance.getId(),
                instance.getProcessDefinitionKey(),
                instance.getProcessDefinitionName() == null
                        ? instance.getProcessDefinitionKey()
                        : instance.getProcessDefinitionName(),
                instance.getSuperProcessInstanceId(),
                instance.getProcessDefinitionId(),
                instance.getStartTime().toInstant(),
                instant(instance.getEndTime()));
    }

    private Visit visit(HistoricActivityInstance activity, Map<String, Work> works, Map<String, TakenPath> paths) {
        String model = activity.getProcessDefinitionId();
        String run = activity.getProcessInstanceId();
        Instant enteredAt = activity.getStartTime().toInstant();
        Instant leftAt = instant(activity.getEndTime());
        String via = paths.computeIfAbsent(run, key -> new TakenPath())
                .into(
                        flows.into(model, activity.getActivityId()),
                        activity.getActivityId(),
                        enteredAt,
                        leftAt,
                        activity.isCanceled());
        return new Visit(
                activity.getId(),
                run,
                model,
                activity.getActivityId(),
                activity.getActivityName(),
                activity.getActivityType(),
                enteredAt,
                leftAt,
                activity.isCanceled(),
                via,
                activity.getCalledProcessInstanceId(),
                activity.getTaskId() == null ? null : works.get(activity.getTaskId()));
    }

    /** The work on each task of the case, by the task's id. */
    private Map<String, Work> works(String caseNumber) {
        Map<String, List<HoldChange>> changes = tables
                .sql(HOLDS)
                .param("number", caseNumber)
                .query((row, line) -> new HoldChange(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3).equals("add"),
                        row.getTimestamp(4).toInstant()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(HoldChange::task));
        return history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .collect(Collectors.toMap(
                        HistoricTaskInstance::getId,
                        task -> work(task, changes.getOrDefault(task.getId(), List.of()))));
    }

    private static Work work(HistoricTaskInstance task, List<HoldChange> changes) {
        Instant endedAt = instant(task.getEndTime());
        return new Work(
                task.getAssignee(),
                task.getStartTime().toInstant(),
                instant(task.getDueDate()),
                COMPLETED.equals(task.getDeleteReason()) ? endedAt : null,
                endedAt,
                holds(changes));
    }

    private static List<Hold> holds(List<HoldChange> changes) {
        List<Hold> holds = new ArrayList<>();
        for (HoldChange change : changes) {
            int last = holds.size() - 1;
            if (last >= 0 && holds.get(last).until() == null) {
                Hold open = holds.get(last);
                holds.set(last, new Hold(open.userId(), open.from(), change.at()));
            }
            if (change.begins()) {
                holds.add(new Hold(change.user(), change.at(), null));
            }
        }
        return holds;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
