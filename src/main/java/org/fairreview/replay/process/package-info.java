/** What a replay does with the engine: its time, its jobs, its open tasks. */
@NullMarked
package org.fairreview.replay.process;

import org.jspecify.annotations.NullMarked;
