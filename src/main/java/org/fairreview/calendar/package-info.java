/** Working days with statutory holidays and make-up days, and the due dates counted in them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "identity", "document"})
package org.fairreview.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
