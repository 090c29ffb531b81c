/** The pages of letters, and what their forms show. */
@NullMarked
package org.fairreview.reminder.web;

import org.jspecify.annotations.NullMarked;
