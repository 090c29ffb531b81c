/** Glue between {@code reminder} and the engine. */
@NullMarked
package org.fairreview.reminder.process;

import org.jspecify.annotations.NullMarked;
