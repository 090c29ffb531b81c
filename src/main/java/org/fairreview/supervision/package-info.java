/** Supervision (监督): complaints, spot checks, monitoring points, and the leads that come of them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "cleanup",
            "evaluation",
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
package org.fairreview.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
