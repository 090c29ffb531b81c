package org.fairreview.measure;

import java.util.List;
import java.util.stream.Stream;

/** How far a measure may be known (传阅级别) before it is issued; a level is raised, never lowered. */
public enum Circulation {
    /** 公开: the draft is public already. */
    PUBLIC,
    /** 内部: for the units that have to do with the case, as drafts are. */
    INTERNAL,
    /** 限制: for those only who handle the case. */
    RESTRICTED;

    public boolean isRestricted() {
        return this == RESTRICTED;
    }

    public boolean isAbove(Circulation other) {
        return compareTo(other) > 0;
    }

    /** The levels to which this one can be raised. */
    public List<Circulation> higher() {
        return Stream.of(values()).filter(level -> level.isAbove(this)).toList();
    }
}
