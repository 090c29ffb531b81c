/** Uploads. */
@NullMarked
package org.fairreview.document.web;

import org.jspecify.annotations.NullMarked;
