/**
 * A year replayed (重演): an invented year of an office, carried through the real processes by invented people, at the moments of
 * that year; then what the ledger says is compared with what was asked for. Nothing depends on it.
 */
@NullMarked
package org.fairreview.replay;

import org.jspecify.annotations.NullMarked;
