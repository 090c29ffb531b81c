/** Who did what, for auditors: from the record, over all cases of the regions that they audit. */
@NullMarked
package org.fairreview.review.activity;

import org.jspecify.annotations.NullMarked;
