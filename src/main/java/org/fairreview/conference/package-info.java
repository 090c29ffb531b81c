/** Opinions asked of other bodies: members of the joint conference (联席会议), and the next-higher regulator. */
@NullMarked
@ApplicationModule(allowedDependencies = {"measure", "audit", "identity", "calendar", "office", "document", "workflow"})
package org.fairreview.conference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
