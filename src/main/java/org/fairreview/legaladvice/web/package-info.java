/** Pages and form contents of {@code legaladvice}. */
@NullMarked
package org.fairreview.legaladvice.web;

import org.jspecify.annotations.NullMarked;
