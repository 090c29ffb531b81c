/** Measures in force from an office's spreadsheet and a folder of texts: checked first, then taken over. */
@NullMarked
@NamedInterface("intake")
package org.fairreview.cleanup.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
