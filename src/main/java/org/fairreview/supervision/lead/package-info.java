/** Leads (线索): measures that deserve a look, from whatever source, in one inbox; each is decided once. */
@NullMarked
package org.fairreview.supervision.lead;

import org.jspecify.annotations.NullMarked;
