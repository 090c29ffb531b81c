package org.fairreview.calendar;

import java.time.LocalDate;
import java.util.SortedSet;

/**
 * Days are worked from now on that were off, or the other way round. Published in a transaction, when {@link WorkingDays}
 * counts by it already: by the node that records the notice, and by every other when it reads it.
 */
public record WorkingDaysChanged(SortedSet<LocalDate> days) {}
