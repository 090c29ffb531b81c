/** The year in figures (统计): counted from the cases, never typed, each led down to what it counts. Reads, and writes nothing. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "supervision",
            "reminder",
            "cleanup",
            "conference",
            "evaluation",
            "legaladvice",
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
package org.fairreview.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
