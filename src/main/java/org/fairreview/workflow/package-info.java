/** What all features share about the engine: typed variables, answers to tasks, guards, refusals. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "identity", "calendar"})
package org.fairreview.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
