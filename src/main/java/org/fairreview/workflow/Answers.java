package org.fairreview.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.identity.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes the answer that a person gave to a task out of the engine: as a record, checked, recorded, and removed.
 *
 * <p>A Camunda Form sends one variable per field; an embedded form sends one variable {@link #EMBEDDED} that holds all
 * fields as a JSON object.
 */
@Component
public class Answers {

    /** The only variable that an embedded form sends. */
    public static final String EMBEDDED = "answer";

    /** The longest embedded answer, in characters; the record of the act holds at most a million. */
    private static final int LONGEST = 900_000;

    private final ObjectMapper json;
    private final Validator validator;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;

    Answers(ObjectMapper json, Validator validator, CurrentActor currentActor, ApplicationEventPublisher events) {
        this.json = json.copy()
                .registerModule(new SimpleModule().addDeserializer(String.class, new WrittenText()))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        this.validator = validator;
        this.currentActor = currentActor;
        this.events = events;
    }

    /**
     * The answer to the task, no longer in the engine.
     *
     * @throws Refusal where somebody else than the assignee completes, or the answer does not fit the form
     */
    <T extends Record> T take(DelegateTask task, Class<T> form) {
        String userId = currentActor.userId().orElseThrow(() -> Refusal.of("task.nobody"));
        if (!userId.equals(task.getAssignee())) {
            throw Refusal.of("task.claimFirst");
        }
        T answer = Optional.ofNullable(read(task, form)).orElseThrow(() -> Refusal.of("task.malformed"));
        validator.validate(answer).stream()
                .min(Comparator.comparing((ConstraintViolation<T> violation) ->
                        violation.getPropertyPath().toString()))
                .ifPresent(violation -> {
                    throw Refusal.at(violation.getPropertyPath().toString(), "task.literal", violation.getMessage());
                });
        events.publishEvent(new TaskCompleted(
                CaseVariables.CASE_NUMBER.in(task), task.getTaskDefinitionKey(), task.getName(), answer));
        return answer;
    }

    private <T extends Record> @Nullable T read(DelegateTask task, Class<T> form) {
        List<String> fields = Arrays.stream(form.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        try {
            Object embedded = task.getVariable(EMBEDDED);
            if (embedded != null) {
                task.removeVariable(EMBEDDED);
                String text = embedded.toString();
                if (text.length() > LONGEST) {
                    throw Refusal.of("task.tooLong", LONGEST);
                }
                return json.readValue(text, form);
            }
            Map<String, Object> values = new LinkedHashMap<>();
            for (String field : fields) {
                Object value = task.getVariable(field);
                values.put(field, value instanceof String text && text.isBlank() ? null : value);
                task.removeVariable(field);
            }
            return json.convertValue(values, form);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw Refusal.of("task.malformed");
        }
    }
}
