/** What an office sets for itself (本单位设定): values by region and first day, which the law leaves to it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "identity"})
package org.fairreview.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
