/** The review case (审查案件): findings, signing chain, conclusion. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "measure",
            "screening",
            "legaladvice",
            "conference",
            "evaluation",
            "standard",
            "audit",
            "identity",
            "calendar",
            "office",
            "document",
            "workflow",
            "notification"
        })
package org.fairreview.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
