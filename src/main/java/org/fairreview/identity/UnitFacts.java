package org.fairreview.identity;

/** What an administrator writes about a unit: its name, the liaison, the deputy, and the leader in charge; or nothing. */
public record UnitFacts(String name, String liaison, String deputy, String supervisingLeader) {

    public UnitFacts {
        name = name.strip();
        liaison = liaison.strip();
        deputy = deputy.strip();
        supervisingLeader = supervisingLeader.strip();
    }
}
