/** The demo: a saved past year, and example cases that the demo's people carry through the real services and forms. */
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
            "backup",
            "identity",
            "calendar",
            "document",
            "workflow"
        })
package org.fairreview.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
