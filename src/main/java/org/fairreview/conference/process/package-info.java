/** Glue between {@code conference} and the engine. */
@NullMarked
package org.fairreview.conference.process;

import org.jspecify.annotations.NullMarked;
