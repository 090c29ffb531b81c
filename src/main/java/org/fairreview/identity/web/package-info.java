/** The pages on which administrators keep units and people, and everybody the own account. */
@NullMarked
package org.fairreview.identity.web;

import org.jspecify.annotations.NullMarked;
