/** Pages about complaints: those of the public, and those of the officers. */
@NullMarked
package org.fairreview.supervision.complaint.web;

import org.jspecify.annotations.NullMarked;
