/** Letters (函件): drafted on a ground, signed, delivered, and followed until the matter is put right. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "review",
            "measure",
            "standard",
            "audit",
            "identity",
            "calendar",
            "office",
            "document",
            "workflow",
            "notification"
        })
package org.fairreview.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
