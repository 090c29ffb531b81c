package org.fairreview.review.web;

import java.util.List;
import java.util.Set;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;

/** The people of these tests. */
final class People {

    static final String DRAFTING_UNIT = "u02";
    static final String REGULATOR = "u01";
    static final String LAW_FIRM = "u05";

    private People() {}

    static Actor drafter() {
        return holding("chenyu", new Post(DRAFTING_UNIT, Role.DRAFTER));
    }

    static Actor clerk() {
        return holding("wangmin", new Post(REGULATOR, Role.CLERK));
    }

    static Actor adviser() {
        return holding("xulaw", new Post(LAW_FIRM, Role.ADVISER));
    }

    static Actor holding(String userId, Post... posts) {
        return new Actor(userId, "某人", List.of(posts), Set.of("r420600"));
    }
}
