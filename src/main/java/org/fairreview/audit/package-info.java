/** Append-only evidence of who did what to which case. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.fairreview.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
