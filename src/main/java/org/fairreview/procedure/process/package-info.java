/** Glue between procedures and the engine. */
@NullMarked
package org.fairreview.procedure.process;

import org.jspecify.annotations.NullMarked;
