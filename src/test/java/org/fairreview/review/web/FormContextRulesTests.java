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

    @Test
    void every_task_with_an_embedded_form_of_the_review_is_inside_or_outside() throws IOException {
        Set<String> tasks = new TreeSet<>();
        try (var models = Files.walk(Path.of("bpmn"))) {
            for (Path model : models.filter(path -> path.toString().endsWith(".bpmn"))
                    .filter(path -> !path.startsWith("bpmn/legaladvice"))
                    .toList()) {
                EMBEDDED.matcher(Files.readString(model)).results().forEach(found -> tasks.add(found.group(1)));
            }
        }
        assertThat(tasks).hasSizeGreaterThan(10).allMatch(ReviewFormContext::isKnown);
    }

    @Test
    void a_task_that_nobody_settled_shows_nothing() {
        assertThat(ReviewFormContext.isKnown("Task_ReassessException")).isFalse();
        assertThat(ReviewFormContext.isKnown("Task_GiveOpinion")).isFalse();
    }
}
