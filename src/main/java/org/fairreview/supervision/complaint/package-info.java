/** Complaints (举报): filed by anybody, verified by the competent regulator, concluded in time, answered. */
@NullMarked
@NamedInterface("complaint")
package org.fairreview.supervision.complaint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
