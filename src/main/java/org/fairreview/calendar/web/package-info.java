/** The pages of the working-day calendar and of the table of limits. */
@NullMarked
package org.fairreview.calendar.web;

import org.jspecify.annotations.NullMarked;
