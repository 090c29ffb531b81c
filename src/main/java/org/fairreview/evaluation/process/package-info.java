/** Glue between {@code evaluation} and the engine. */
@NullMarked
package org.fairreview.evaluation.process;

import org.jspecify.annotations.NullMarked;
