/** Published texts compared with what is known: what was published without a review is a lead. */
@NullMarked
@NamedInterface("published")
package org.fairreview.cleanup.published;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
