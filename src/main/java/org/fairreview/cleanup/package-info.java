/** The clean-up of measures in force (存量清理): campaigns, the register of what is in force, and its re-checks. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "review",
            "measure",
            "screening",
            "standard",
            "audit",
            "identity",
            "calendar",
            "office",
            "document",
            "workflow",
            "notification"
        })
package org.fairreview.cleanup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
