/** The review standards (审查标准): items of the regulation and sub-items of the measures. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "identity"})
package org.fairreview.standard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
