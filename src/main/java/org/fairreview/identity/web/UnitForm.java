package org.fairreview.identity.web;

import java.util.Objects;
import org.fairreview.identity.Unit;
import org.fairreview.identity.UnitFacts;
import org.jspecify.annotations.Nullable;

/** What an administrator types about a unit. */
record UnitForm(
        @Nullable String name,
        @Nullable String region,
        @Nullable String liaison,
        @Nullable String deputy,
        @Nullable String supervisingLeader) {

    static final UnitForm BLANK = new UnitForm("", "", "", "", "");

    static UnitForm of(Unit unit) {
        return new UnitForm(unit.name(), unit.regionId(), unit.liaison(), unit.deputy(), unit.supervisingLeader());
    }

    UnitFacts facts() {
        return new UnitFacts(text(name), text(liaison), text(deputy), text(supervisingLeader));
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
