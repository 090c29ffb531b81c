/** The pages and forms of procedures. */
@NullMarked
package org.fairreview.procedure.web;

import org.jspecify.annotations.NullMarked;
