/** Glue between visits and the engine. */
@NullMarked
package org.fairreview.supervision.monitoring.process;

import org.jspecify.annotations.NullMarked;
