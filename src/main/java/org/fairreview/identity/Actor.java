package org.fairreview.identity;

import java.util.List;
import java.util.Set;

/** A person with an account, and the posts that the person holds. */
public record Actor(String userId, String name, List<Post> posts, Set<String> regions) {

    public Actor {
        posts = List.copyOf(posts);
        regions = Set.copyOf(regions);
    }

    public boolean holds(Role role) {
        return posts.stream().anyMatch(post -> post.role() == role);
    }

    public boolean holds(Role role, String unitId) {
        return posts.contains(new Post(unitId, role));
    }

    public boolean belongsTo(String unitId) {
        return posts.stream().anyMatch(post -> post.unitId().equals(unitId));
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
