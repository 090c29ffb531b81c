/** Glue between {@code cleanup} and the engine. */
@NullMarked
package org.fairreview.cleanup.process;

import org.jspecify.annotations.NullMarked;
