/** Published texts compared with what is known: what was published without a review is a lead. */
@NullMarked
package org.fairreview.cleanup.published;

import org.jspecify.annotations.NullMarked;
