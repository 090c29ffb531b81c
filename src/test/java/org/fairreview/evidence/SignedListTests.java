package org.fairreview.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Under which lists a case may have been destroyed. */
class SignedListTests {

    private static final String CASE = "420600-2026-0001";

    /** Each act is {@code act:person:role}; the draft names the case and another one, a closing leaves it. */
    private static boolean allows(String acts) {
        SignedList list = new SignedList();
        for (String told : acts.split(" ")) {
            String[] act = told.split(":");
            list.accept("destruction." + act[0], act.length > 1 ? act[1] : null, json(act));
        }
        return list.allows(CASE);
    }

    private static JsonNode json(String... act) {
        try {
            return new ObjectMapper()
                    .readTree(
                            switch (act[0]) {
                                case "drafted" -> "{\"cases\":[\"420600-2026-0002\",\"%s\"]}".formatted(CASE);
                                case "signed" -> "{\"role\":\"%s\"}".formatted(act[2]);
                                case "closed" -> "{\"left\":[\"%s\"]}".formatted(CASE);
                                default -> "{}";
                            });
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "true, drafted:wang signed:liu:SECTIONHEAD signed:zhang:LEADER",
        "true, drafted:wang signed:liu:SECTIONHEAD signed:zhang:LEADER begun:wang executed:wang",
        "false, signed:liu:SECTIONHEAD signed:zhang:LEADER",
        "false, drafted signed:liu:SECTIONHEAD signed:zhang:LEADER",
        "false, drafted:wang drafted:wu signed:liu:SECTIONHEAD signed:zhang:LEADER",
        "false, drafted:wang signed:liu:SECTIONHEAD",
        "false, drafted:wang signed:zhang:LEADER signed:liu:SECTIONHEAD",
        "false, drafted:wang signed:liu:SECTIONHEAD signed:zhang:SECTIONHEAD",
        "false, drafted:wang signed:liu:SECTIONHEAD signed:liu:LEADER",
        "false, drafted:wang signed:wang:SECTIONHEAD signed:zhang:LEADER",
        "false, drafted:wang signed:liu:SECTIONHEAD signed:wang:LEADER",
        "false, signed:liu:SECTIONHEAD drafted:wang signed:zhang:LEADER",
        "false, drafted:wang signed:liu:SECTIONHEAD signed:zhang:LEADER withdrawn:wang",
        "false, drafted:wang signed:liu:SECTIONHEAD signed:zhang:LEADER returned:zhang",
        "false, drafted:wang signed:liu:SECTIONHEAD signed:zhang:LEADER begun:wang closed:wang"
    })
    void three_persons_and_their_order(boolean allowed, String acts) {
        assertThat(allows(acts)).isEqualTo(allowed);
    }

    @Test
    void a_case_that_the_draft_does_not_name() throws JsonProcessingException {
        SignedList list = new SignedList();
        ObjectMapper json = new ObjectMapper();
        list.accept("destruction.drafted", "wang", json.readTree("{\"cases\":[\"420600-2026-0002\"]}"));
        list.accept("destruction.signed", "liu", json.readTree("{\"role\":\"SECTIONHEAD\"}"));
        list.accept("destruction.signed", "zhang", json.readTree("{\"role\":\"LEADER\"}"));

        assertThat(list.allows(CASE)).isFalse();
        assertThat(list.allows("420600-2026-0002")).isTrue();
    }
}
