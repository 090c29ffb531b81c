/** Glue between complaints and the engine. */
@NullMarked
package org.fairreview.supervision.complaint.process;

import org.jspecify.annotations.NullMarked;
