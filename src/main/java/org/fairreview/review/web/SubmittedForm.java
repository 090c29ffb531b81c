package org.fairreview.review.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was submitted, to be read in its own layout.
 *
 * @param source the form as it was deployed with the model on which the task was done; absent where it has none any more
 * @param html whether the form is an embedded one, otherwise it is a Camunda Form
 * @param words the answer with words in place of codes and ids
 * @param labels of fields that the form itself does not label
 * @param texts what the form showed of the case
 * @param findings the findings that the answer names by their ids
 */
record SubmittedForm(
        String title,
        String line,
        @Nullable String model,
        @Nullable String source,
        boolean html,
        JsonNode answer,
        JsonNode words,
        Map<String, String> labels,
        Map<String, String> texts,
        Map<String, List<Timeline.Line>> findings) {}
