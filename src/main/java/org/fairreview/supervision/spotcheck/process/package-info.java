/** Glue between spot checks and the engine. */
@NullMarked
package org.fairreview.supervision.spotcheck.process;

import org.jspecify.annotations.NullMarked;
