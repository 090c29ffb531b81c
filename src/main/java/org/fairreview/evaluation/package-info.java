/** Third-party evaluation (第三方评估): advice that never replaces a conclusion (Measures 35). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"measure", "standard", "audit", "identity", "calendar", "document", "workflow"})
package org.fairreview.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
