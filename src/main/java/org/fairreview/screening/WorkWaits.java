package org.fairreview.screening;

/** Something was asked of the screening's worker; published in the transaction that asks. */
record WorkWaits() {}
