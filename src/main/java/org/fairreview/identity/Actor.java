package org.fairreview.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A person with an account, and the posts that the person holds.
 *
 * @param units the units of the posts, and the dissolved ones whose work has come to them
 */
public record Actor(String userId, String name, List<Post> posts, Set<String> regions, Set<String> units) {

    public Actor {
        posts = List.copyOf(posts);
        regions = Set.copyOf(regions);
        units = Set.copyOf(units);
    }

    /** Somebody whose units have taken nothing over from dissolved ones. */
    public Actor(String userId, String name, List<Post> posts, Set<String> regions) {
        this(userId, name, posts, regions, posts.stream().map(Post::unitId).collect(Collectors.toSet()));
    }

    public boolean holds(Role role) {
        return posts.stream().anyMatch(post -> post.role() == role);
    }

    public boolean holds(Role role, String unitId) {
        return posts.contains(new Post(unitId, role));
    }

    /** Whether this is the person's unit, or was merged into it. */
    public boolean belongsTo(String unitId) {
        return units.contains(unitId);
    }

    /** The units in which the person holds the role, in the order of their posts. */
    public List<String> unitsAs(Role role) {
        return posts.stream()
                .filter(post -> post.role() == role)
                .map(Post::unitId)
                .distinct()
                .toList();
    }

    public List<String> groups() {
        return posts.stream().map(Post::group).toList();
    }
}
