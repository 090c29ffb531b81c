/** Monitoring points (监测点): enterprises, associations and parks that are visited and asked; what they tell becomes leads. */
@NullMarked
@NamedInterface("monitoring")
package org.fairreview.supervision.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
