/** The pages and forms of monitoring points. */
@NullMarked
package org.fairreview.supervision.monitoring.web;

import org.jspecify.annotations.NullMarked;
