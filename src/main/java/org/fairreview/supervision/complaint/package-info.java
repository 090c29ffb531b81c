/** Complaints (举报): filed by anybody, verified by the competent regulator, concluded in time, answered. */
@NullMarked
package org.fairreview.supervision.complaint;

import org.jspecify.annotations.NullMarked;
