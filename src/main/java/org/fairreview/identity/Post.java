package org.fairreview.identity;

/** A role that somebody holds in a unit. */
public record Post(String unitId, Role role) {

    public String group() {
        return role.groupIn(unitId);
    }
}
