/** An opinion asked for from a legal adviser (法律顾问), and given. */
@NullMarked
@ApplicationModule(allowedDependencies = {"measure", "audit", "identity", "calendar", "document", "office", "workflow"})
package org.fairreview.legaladvice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
