/** Glue between {@code identity} and the engine's identity service. */
@NullMarked
package org.fairreview.identity.process;

import org.jspecify.annotations.NullMarked;
