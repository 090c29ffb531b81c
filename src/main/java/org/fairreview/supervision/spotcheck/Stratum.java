package org.fairreview.supervision.spotcheck;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By what a stratified draw divides its list (分层); the word is that of the command line. */
public enum Stratum {
    /** 层级. */
    LEVEL("level", 4),
    /** 单位. */
    UNIT("unit", 3),
    /** 领域. */
    FIELD("field", 5);

    private final String word;
    private final int column;

    Stratum(String word, int column) {
        this.word = word;
        this.column = column;
    }

    public String word() {
        return word;
    }

    /** The column of the list that holds it, from 0. */
    int column() {
        return column;
    }

    static Optional<Stratum> of(@Nullable String word) {
        return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
