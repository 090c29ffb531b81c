/** Glue between {@code review} and the engine: the names of the model, listeners and delegates. */
@NullMarked
package org.fairreview.review.process;

import org.jspecify.annotations.NullMarked;
