/** Points at the clauses of a text that deserve a look under the review standards, and says why (筛查). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"measure", "standard", "audit", "identity", "calendar", "document", "workflow"})
package org.fairreview.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
