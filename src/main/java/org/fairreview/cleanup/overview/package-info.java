/** What a clean-up and the register look like as a whole: counts, lists, catalogue, statistics; only read. */
@NullMarked
package org.fairreview.cleanup.overview;

import org.jspecify.annotations.NullMarked;
