package org.fairreview.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.ui.ExtendedModelMap;

/** Somebody comes to the login page. */
class LoginControllerTests {

    private final ApplicationAvailability availability = mock(ApplicationAvailability.class);

    @Test
    void it_says_that_the_product_is_still_starting() {
        assertThat(startingWhen(ReadinessState.REFUSING_TRAFFIC)).isEqualTo(true);
        assertThat(startingWhen(ReadinessState.ACCEPTING_TRAFFIC)).isEqualTo(false);
    }

    private Object startingWhen(ReadinessState state) {
        when(availability.getReadinessState()).thenReturn(state);
        ExtendedModelMap model = new ExtendedModelMap();
        new LoginController(availability).login(model);
        return model.get("starting");
    }
}
