/** Pages of {@code review}. */
@NullMarked
package org.fairreview.review.web;

import org.jspecify.annotations.NullMarked;
