/** What the office found before in passages like the one at hand, and how it ended. */
@NullMarked
package org.fairreview.review.similar;

import org.jspecify.annotations.NullMarked;
