/** Pages and forms of {@code evaluation}. */
@NullMarked
package org.fairreview.evaluation.web;

import org.jspecify.annotations.NullMarked;
