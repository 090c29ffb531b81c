/** The demo: example cases, carried by the demo's people through the real services and forms. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "measure",
            "legaladvice",
            "standard",
            "review",
            "cleanup",
            "supervision :: complaint",
            "supervision :: monitoring",
            "procedure",
            "reminder",
            "supervision :: spotcheck",
            "audit",
            "identity",
            "calendar",
            "document",
            "workflow"
        })
package org.fairreview.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
