package org.fairreview.backup;

import java.nio.file.Path;

/** How a command ended: its exit code, and one sentence for the person who gave it. */
record Answer(int exitCode, String sentence) {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int WRONG_USE = 2;

    static Answer done(String sentence) {
        return new Answer(DONE, sentence);
    }

    static Answer refused(String sentence) {
        return new Answer(REFUSED, sentence);
    }

    static Answer made(Path file, boolean database) {
        return done(
                database
                        ? "已备份到 %s。 Backed up.".formatted(file)
                        : ("已备份文件和密钥到 %s；数据库不在数据目录里，请另用 pg_dump 备份。 Files and keys are backed up; "
                                        + "back up the database with pg_dump.")
                                .formatted(file));
    }
}
