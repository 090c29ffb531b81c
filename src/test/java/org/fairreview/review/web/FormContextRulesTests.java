package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a task's form may show is settled for every task, from inside or from outside of the review. */
class FormContextRulesTests {

    private static final Pattern EMBEDDED =
            Pattern.compile("<bpmn:userTask id=\"(\\w+)\"[^>]*camunda:formKey=\"embedded:");

    /** The forms of an evaluation show the commission, and are filled by its feature. */
    private static final Set<String> OF_AN_EVALUATION = Set.of("Task_SubmitReport", "Task_AcceptReport");

    @Test
    void every_task_with_an_embedded_form_of_the_review_is_inside_or_outside() throws IOException {
        Set<String> tasks = new TreeSet<>();
        try (var models = Files.walk(Path.of("bpmn"))) {
            for (Path model : models.filter(path -> path.toString().endsWith(".bpmn"))
                    .filter(path -> !path.startsWith("bpmn/legaladvice"))
                    .filter(path -> !path.startsWith("bpmn/cleanup"))
                    .filter(path -> !path.startsWith("bpmn/reminder"))
                    .filter(path -> !path.startsWith("bpmn/supervision"))
                    .filter(path -> !path.startsWith("bpmn/procedure"))
                    .toList()) {
                EMBEDDED.matcher(Files.readString(model)).results().forEach(found -> tasks.add(found.group(1)));
            }
        }
        assertThat(tasks)
                .hasSizeGreaterThan(10)
                .allMatch(task -> ReviewFormContext.isKnown(task) || OF_AN_EVALUATION.contains(task));
    }

    @Test
    void the_form_of_an_institution_is_never_filled_from_the_case() {
        assertThat(OF_AN_EVALUATION).noneMatch(ReviewFormContext::isKnown);
    }

    @Test
    void a_task_that_nobody_settled_shows_nothing() {
        assertThat(ReviewFormContext.isKnown("Task_ReassessException")).isFalse();
        assertThat(ReviewFormContext.isKnown("Task_GiveOpinion")).isFalse();
    }
}
