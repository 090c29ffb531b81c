/** The page of the office's values. */
@NullMarked
package org.fairreview.office.web;

import org.jspecify.annotations.NullMarked;
