/** Spot checks (抽查): a plan, a fixed population, a draw that anybody can repeat, two inspectors, a report (Measures 39). */
@NullMarked
@NamedInterface("spotcheck")
package org.fairreview.supervision.spotcheck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
