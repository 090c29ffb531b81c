/** Everything the product keeps, in one file and back again. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "workflow"})
package org.fairreview.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
