package org.fairreview.identity;

import java.util.List;
import java.util.Optional;

/** The people with accounts and their posts, as the engine's identity service knows them. */
public interface Directory {

    Optional<Actor> actor(String userId);

    /** The person's name, or the account's id when it is unknown. */
    String nameOf(String userId);

    List<Person> holdersOf(Role role, String unitId);

    /** The post that a group of the engine stands for. */
    Optional<Post> postOf(String groupId);

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

    /** Everybody with an account, by account; the sealed account is nobody. */
    List<DirectoryEntry> everybody();

    /** One of them. */
    Optional<DirectoryEntry> entry(String userId);

    /** Whether this is the person's password; repeated failures lock the account. */
    boolean knows(String userId, String password);

    /** The rules of the password policy that the password breaks. */
    List<Objection> objectionsTo(String password, Person person);

    void setPassword(String userId, String password);

    /** Forgets the wrong passwords that have locked the account. */
    void unlock(String userId);

    void appoint(String userId, Post post);

    void dismiss(String userId, Post post);

    /** Names the groups of the unit's roles after the unit again. */
    void rename(Unit unit);

    /** Opens an account; the password must satisfy the engine's policy. */
    void open(Person person, String password, List<Post> posts);
}
