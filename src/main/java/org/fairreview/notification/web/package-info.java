/** The pages of the inbox, of one's own settings, and of what could not be delivered. */
@NullMarked
package org.fairreview.notification.web;

import org.jspecify.annotations.NullMarked;
