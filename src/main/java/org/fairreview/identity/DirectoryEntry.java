package org.fairreview.identity;

import java.util.List;

/** A person as the list of people shows it: name, posts, and whether too many wrong passwords have locked the account. */
public record DirectoryEntry(Person person, List<Post> posts, boolean locked) {

    public DirectoryEntry {
        posts = List.copyOf(posts);
    }

    public String userId() {
        return person.userId();
    }

    public boolean holds(Role role) {
        return posts.stream().anyMatch(post -> post.role() == role);
    }
}
