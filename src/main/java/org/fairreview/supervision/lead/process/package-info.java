/** Glue between leads and the engine. */
@NullMarked
package org.fairreview.supervision.lead.process;

import org.jspecify.annotations.NullMarked;
