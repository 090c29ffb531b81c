/** Measures in force from an office's spreadsheet and a folder of texts: checked first, then taken over. */
@NullMarked
package org.fairreview.cleanup.intake;

import org.jspecify.annotations.NullMarked;
