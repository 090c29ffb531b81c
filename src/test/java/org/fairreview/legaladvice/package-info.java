/** Legal advice: rules of the aggregate. */
@NullMarked
package org.fairreview.legaladvice;

import org.jspecify.annotations.NullMarked;
