/** The policy measure (政策措施) and its versions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "identity", "calendar", "document", "workflow"})
package org.fairreview.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
