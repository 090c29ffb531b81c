package org.fairreview.identity;

import java.util.List;
import java.util.Optional;

/** The people with accounts and their posts, as the engine's identity service knows them. */
public interface Directory {

    Optional<Actor> actor(String userId);

    /** The person's name, or the account's id when it is unknown. */
    String nameOf(String userId);

    List<Person> holdersOf(Role role, String unitId);

    default boolean hasHolders(Role role, String unitId) {
        return !holdersOf(role, unitId).isEmpty();
    }

    /** The Chinese name of a role. */
    String roleName(Role role);

    boolean hasNoPeople();

    /** Creates the region's tenant if it is missing. */
    void establish(Region region);

    /** Creates the groups of all roles of a unit and lets them see the given regions. */
    void establish(Unit unit, List<Role> roles, List<String> visibleRegions);

    /**
     * Gives the engine's own administrators their one member: a sealed account with which nobody works.
     *
     * <p>While that group is empty the web applications lead everybody to their set-up page, which is closed.
     */
    void sealAdministration();

    /** Opens an account; the password must satisfy the engine's policy. */
    void open(Person person, String password, List<Post> posts);
}
