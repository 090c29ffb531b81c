/** What an outsider needs to check the record: commands, evidence packages, and the auditor's page about it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "identity", "review"})
package org.fairreview.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
