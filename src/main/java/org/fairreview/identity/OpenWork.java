package org.fairreview.identity;

import java.util.List;

/** The open tasks of units and people, as far as a change of units and posts moves them. */
public interface OpenWork {

    /** Opens the tasks that wait for one unit's posts to the same posts of its successor; says how many. */
    int handOver(String unitId, String successorId);

    /** Gives back the tasks that the person has taken by virtue of these posts, for colleagues to take; says how many. */
    int giveBack(String userId, List<Post> posts);
}
