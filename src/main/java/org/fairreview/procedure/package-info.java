/**
 * How normative documents (行政规范性文件) and major administrative decisions (重大行政决策) are made: comment by the public,
 * legality and fair-competition review side by side, collective deliberation, publication, filing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "review",
            "legaladvice",
            "measure",
            "audit",
            "identity",
            "calendar",
            "document",
            "workflow",
            "notification"
        })
package org.fairreview.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
