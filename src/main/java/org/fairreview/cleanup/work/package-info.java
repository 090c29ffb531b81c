/** Long work of clean-ups in portions, each in a transaction of its own, that survives a stop of the product. */
@NullMarked
package org.fairreview.cleanup.work;

import org.jspecify.annotations.NullMarked;
