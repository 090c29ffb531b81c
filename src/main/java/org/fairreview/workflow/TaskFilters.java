package org.fairreview.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tasklist's filters: four, shared, made here and editable by nobody. */
@Component
@Order(30)
class TaskFilters implements ApplicationRunner {

    private static final List<Map<String, String>> CARD = List.of(
            Map.of("name", CaseVariables.CASE_NUMBER.name(), "label", "案号"),
            Map.of("name", CaseVariables.MEASURE_TITLE.name(), "label", "政策措施"));

    private final FilterService filters;
    private final TaskService tasks;

    TaskFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    @Override
    public void run(ApplicationArguments args) {
        save(1, "我的任务", "由我办理的任务", tasks.createTaskQuery().taskAssigneeExpression(GuardedExpressions.CURRENT_USER));
        save(
                2,
                "本单位待办",
                "本人岗位可以认领的任务",
                tasks.createTaskQuery().taskCandidateGroupInExpression(GuardedExpressions.CURRENT_GROUPS));
        save(
                3,
                "即将到期",
                "三天内到期的任务",
                visible()
                        .dueAfterExpression(GuardedExpressions.NOW)
                        .dueBeforeExpression(GuardedExpressions.IN_THREE_DAYS));
        save(4, "已逾期", "超过办理期限的任务", visible().dueBeforeExpression(GuardedExpressions.NOW));
    }

    private TaskQuery visible() {
        return tasks.createTaskQuery();
    }

    private void save(int priority, String name, String description, TaskQuery query) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
        }
        filter.setQuery(query.orderByDueDate().asc().orderByTaskId().asc());
        filter.setProperties(Map.of(
                "priority",
                priority,
                "description",
                description,
                "color",
                "#1f3a5f",
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                CARD));
        filters.saveFilter(filter);
    }
}
