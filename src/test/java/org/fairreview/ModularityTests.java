package org.fairreview;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Holds every feature to the packages that it may use. */
class ModularityTests {

    @Test
    void features_use_only_what_they_may() {
        ApplicationModules.of(Application.class).verify();
    }
}
