package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.fairreview.kit.ProductTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person's groups are checked as they are; the engine by itself would read the groups of all authorizations first. */
@ProductTest
class OwnGroupsTests {

    @Autowired
    ProcessEngine engine;

    @Test
    void groups_to_which_nothing_is_granted_stay() {
        assertThat(checked(List.of("u01clerk", "nothing-granted", "u01clerk")))
                .containsExactly("u01clerk", "nothing-granted");
    }

    @Test
    void nobody_has_none() {
        assertThat(checked(null)).isEmpty();
    }

    private List<String> checked(@Nullable List<String> groups) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.getAuthorizationManager().filterAuthenticatedGroupIds(groups));
    }
}
