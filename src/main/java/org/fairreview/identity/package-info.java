/** Regions, units, people, roles, and who is acting now. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit"})
package org.fairreview.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
