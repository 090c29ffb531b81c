/** Long work of clean-ups in portions, each in a transaction of its own, that survives a stop of the product. */
@NullMarked
@NamedInterface("work")
package org.fairreview.cleanup.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
