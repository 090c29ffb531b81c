package org.fairreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.fairreview.kit.model.CodeNames;
import org.fairreview.kit.model.ModelCheck;
import org.fairreview.kit.model.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the models of bpmn/ and the code to each other. What each check looks for stands in {@link ModelCheck}. */
class ModelContractTests {

    private static final Models MODELS = Models.under(Path.of("bpmn"));
    private static final CodeNames CODE = CodeNames.ofTheApplication();

    @Test
    void there_is_something_to_check() {
        assertThat(MODELS.isEmpty()).isFalse();
        assertThat(CODE.beans()).containsKey("routeTask");
        assertThat(CODE.contracts()).isNotEmpty();
        assertThat(CODE.limits()).contains("receipt");
    }

    @ParameterizedTest
    @EnumSource
    void models_and_code_agree(ModelCheck check) {
        assertThat(check.complaints(MODELS, CODE)).as(check.name()).isEmpty();
    }
}
