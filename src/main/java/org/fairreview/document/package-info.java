/** Stored files with digest, their extracted text, and documents rendered from templates. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "identity"})
package org.fairreview.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
