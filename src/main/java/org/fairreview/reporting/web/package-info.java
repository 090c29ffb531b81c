/** The pages of the figures. */
@NullMarked
package org.fairreview.reporting.web;

import org.jspecify.annotations.NullMarked;
