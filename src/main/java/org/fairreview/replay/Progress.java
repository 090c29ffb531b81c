package org.fairreview.replay;

import java.io.PrintStream;
import java.time.LocalDate;

/** How far the year has come: a bar on a terminal, a line for each tenth elsewhere. */
final class Progress {

    private static final int WIDTH = 40;

    private final PrintStream out;
    private final boolean terminal;
    private int shown = -1;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void at(int done, int all, LocalDate day) {
        int percent = done * 100 / all;
        if (percent == shown || (!terminal && percent % 10 != 0)) {
            return;
        }
        shown = percent;
        int filled = percent * WIDTH / 100;
        String line = "[%s%s] %3d%%  %s  %d/%d 步"
                .formatted("#".repeat(filled), "-".repeat(WIDTH - filled), percent, day, done, all);
        if (terminal) {
            out.print("\r" + line);
            if (done == all) {
                out.println();
            }
        } else {
            out.println(line);
        }
        out.flush();
    }
}
