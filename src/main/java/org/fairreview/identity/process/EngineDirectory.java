package org.fairreview.identity.process;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Post;
import org.fairreview.identity.Region;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * People and posts in the engine's identity service. A post is a group whose type is {@code unit:role}.
 *
 * <p>Queries here run without the caller's engine authentication, so that a person's name can be shown to everybody
 * who may see the case.
 */
@Component
class EngineDirectory implements Directory {

    /** The account that nobody can use: its password is random and kept nowhere. */
    private static final String SEALED = "sealed";

    private final IdentityService identities;

    EngineDirectory(@Lazy IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public Optional<Actor> actor(String userId) {
        return asEngine(() -> Optional.ofNullable(
                        identities.createUserQuery().userId(userId).singleResult())
                .map(user -> new Actor(userId, nameOf(user), posts(userId), regions(userId))));
    }

    @Override
    public String nameOf(String userId) {
        return asEngine(() -> Optional.ofNullable(
                        identities.createUserQuery().userId(userId).singleResult())
                .map(EngineDirectory::nameOf)
                .orElse(userId));
    }

    @Override
    public List<Person> holdersOf(Role role, String unitId) {
        return asEngine(() ->
                identities.createUserQuery().memberOfGroup(role.groupIn(unitId)).orderByUserId().asc().list().stream()
                        .map(user -> new Person(user.getId(), nameOf(user)))
                        .toList());
    }

    @Override
    public String roleName(Role role) {
        return RoleNames.of(role);
    }

    @Override
    public boolean hasNoPeople() {
        return asEngine(() -> identities.createUserQuery().count() == 0);
    }

    @Override
    public void establish(Region region) {
        if (identities.createTenantQuery().tenantId(region.id()).count() == 0) {
            Tenant tenant = identities.newTenant(region.id());
            tenant.setName(region.name());
            identities.saveTenant(tenant);
        }
    }

    @Override
    public void establish(Unit unit, List<Role> roles, List<String> visibleRegions) {
        for (Role role : roles) {
            String id = role.groupIn(unit.id());
            if (identities.createGroupQuery().groupId(id).count() == 0) {
                Group group = identities.newGroup(id);
                group.setName(unit.name() + "·" + RoleNames.of(role));
                group.setType(unit.id() + ":" + role.word());
                identities.saveGroup(group);
            }
            Set<String> seen = identities.createTenantQuery().groupMember(id).list().stream()
                    .map(Tenant::getId)
                    .collect(Collectors.toSet());
            visibleRegions.stream()
                    .filter(region -> !seen.contains(region))
                    .forEach(region -> identities.createTenantGroupMembership(region, id));
        }
    }

    @Override
    public void sealAdministration() {
        if (identities.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0) {
            return;
        }
        if (identities.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            Group group = identities.newGroup(Groups.CAMUNDA_ADMIN);
            group.setName(RoleNames.ofSealedAccount());
            group.setType(Groups.GROUP_TYPE_SYSTEM);
            identities.saveGroup(group);
        }
        byte[] secret = new byte[48];
        new SecureRandom().nextBytes(secret);
        open(
                new Person(SEALED, RoleNames.ofSealedAccount()),
                "aA1#" + Base64.getEncoder().encodeToString(secret),
                List.of());
        identities.createMembership(SEALED, Groups.CAMUNDA_ADMIN);
    }

    @Override
    public void open(Person person, String password, List<Post> posts) {
        User user = identities.newUser(person.userId());
        user.setFirstName(person.name());
        user.setLastName("");
        user.setPassword(password);
        if (!identities.checkPasswordAgainstPolicy(password, user).isValid()) {
            throw new IllegalArgumentException(
                    "The password of '%s' does not satisfy the policy".formatted(person.userId()));
        }
        identities.saveUser(user);
        posts.forEach(post -> identities.createMembership(person.userId(), post.group()));
    }

    private List<Post> posts(String userId) {
        return identities.createGroupQuery().groupMember(userId).orderByGroupId().asc().list().stream()
                .filter(group -> group.getType() != null && group.getType().contains(":"))
                .map(group -> group.getType().split(":"))
                .map(parts -> new Post(parts[0], Role.of(parts[1])))
                .toList();
    }

    private Set<String> regions(String userId) {
        return identities.createTenantQuery().userMember(userId).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String nameOf(User user) {
        return user.getFirstName();
    }

    private <T> T asEngine(Supplier<T> query) {
        var authentication = identities.getCurrentAuthentication();
        if (authentication == null) {
            return query.get();
        }
        identities.clearAuthentication();
        try {
            return query.get();
        } finally {
            identities.setAuthentication(authentication);
        }
    }
}
