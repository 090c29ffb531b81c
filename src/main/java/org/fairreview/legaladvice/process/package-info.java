/** Glue between {@code legaladvice} and the engine. */
@NullMarked
package org.fairreview.legaladvice.process;

import org.jspecify.annotations.NullMarked;
