/** The pages of leads. */
@NullMarked
package org.fairreview.supervision.lead.web;

import org.jspecify.annotations.NullMarked;
