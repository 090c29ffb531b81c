/** Pages and forms of spot checks. */
@NullMarked
package org.fairreview.supervision.spotcheck.web;

import org.jspecify.annotations.NullMarked;
