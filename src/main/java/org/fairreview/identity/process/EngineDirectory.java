package org.fairreview.identity.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.DirectoryEntry;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Person;
import org.fairreview.identity.Post;
import org.fairreview.identity.Region;
import org.fairreview.identity.Role;
import org.fairreview.identity.SealedAccount;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People and posts in the engine's identity service. A post is a group whose type is {@code unit:role}.
 *
 * <p>Queries here run without the caller's engine authentication, so that a person's name can be shown to everybody
 * who may see the case.
 */
@Component
class EngineDirectory implements Directory {

    /** The account that nobody can use while it is sealed: its password is random and kept nowhere. */
    private static final String SEALED = SealedAccount.USER_ID;

    private final IdentityService identities;
    private final Units units;
    private final JdbcClient tables;
    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    EngineDirectory(
            @Lazy IdentityService identities,
            Units units,
            JdbcClient tables,
            ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.identities = identities;
        this.units = units;
        this.tables = tables;
        this.engine = engine;
    }

    /**
     * Asked many times with each request: one plain query, since the engine works out its own each time anew; a union that is no
     * part of another query H2 reads anew each time, too.
     */
    @Override
    public Optional<Actor> actor(String userId) {
        Map<String, List<String>> facts = tables
                .sql(
                        """
                        select * from (
                            select 'NAME' as kind, coalesce(FIRST_, ID_) as fact from ACT_ID_USER where ID_ = :user
                            union all
                            select 'POST', held.TYPE_ from ACT_ID_MEMBERSHIP member
                            join ACT_ID_GROUP held on held.ID_ = member.GROUP_ID_
                            where member.USER_ID_ = :user and held.TYPE_ is not null
                            union all
                            select 'REGION', TENANT_ID_ from ACT_ID_TENANT_MEMBER where USER_ID_ = :user
                            union all
                            select 'REGION', seen.TENANT_ID_ from ACT_ID_MEMBERSHIP member
                            join ACT_ID_TENANT_MEMBER seen on seen.GROUP_ID_ = member.GROUP_ID_
                            where member.USER_ID_ = :user
                        ) facts
                        order by kind, fact""")
                .param("user", userId)
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        if (!facts.containsKey("NAME")) {
            return Optional.empty();
        }
        List<Post> posts = facts.getOrDefault("POST", List.of()).stream()
                .flatMap(type -> post(type).stream())
                .toList();
        return Optional.of(new Actor(
                userId,
                facts.get("NAME").get(0),
                posts,
                Set.copyOf(facts.getOrDefault("REGION", List.of())),
                units.withPredecessors(posts.stream().map(Post::unitId).toList())));
    }

    @Override
    public String nameOf(String userId) {
        return name(userId).orElse(userId);
    }

    /** Asked at each task that begins, and plain for the same reason. */
    @Override
    public List<Person> holdersOf(Role role, String unitId) {
        return tables.sql(
                        """
                        select held.ID_, coalesce(held.FIRST_, held.ID_) from ACT_ID_MEMBERSHIP member
                        join ACT_ID_USER held on held.ID_ = member.USER_ID_
                        where member.GROUP_ID_ = :post
                        and not exists (select 1 from account where account.user_id = held.ID_ and account.disabled)
                        order by held.ID_""")
                .param("post", role.groupIn(units.inCharge(unitId)))
                .query((row, number) -> new Person(row.getString(1), row.getString(2)))
                .list();
    }

    @Override
    public Optional<Post> postOf(String groupId) {
        return asEngine(() -> Optional.ofNullable(
                        identities.createGroupQuery().groupId(groupId).singleResult())
                .flatMap(EngineDirectory::post));
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
        open(new Person(SEALED, RoleNames.ofSealedAccount()), EngineSeal.secret(), List.of());
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

    @Override
    public List<DirectoryEntry> everybody() {
        Map<String, Post> postOfGroup = asEngine(
                        () -> identities.createGroupQuery().list())
                .stream()
                .flatMap(group -> post(group).map(post -> Map.entry(group.getId(), post)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<String, List<Post>> posts = new HashMap<>();
        tables.sql("select USER_ID_, GROUP_ID_ from ACT_ID_MEMBERSHIP order by GROUP_ID_")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(member -> Optional.ofNullable(postOfGroup.get(member.getValue()))
                        .ifPresent(post -> posts.computeIfAbsent(member.getKey(), id -> new ArrayList<>())
                                .add(post)));
        return asEngine(() -> identities.createUserQuery().orderByUserId().asc().list()).stream()
                .filter(user -> !user.getId().equals(SEALED))
                .map(user ->
                        new DirectoryEntry(person(user), posts.getOrDefault(user.getId(), List.of()), isLocked(user)))
                .toList();
    }

    @Override
    public Optional<DirectoryEntry> entry(String userId) {
        if (userId.equals(SEALED)) {
            return Optional.empty();
        }
        return asEngine(() -> Optional.ofNullable(
                        identities.createUserQuery().userId(userId).singleResult())
                .map(user -> new DirectoryEntry(person(user), posts(userId), isLocked(user))));
    }

    @Override
    public boolean knows(String userId, String password) {
        return asEngine(() -> identities.checkPassword(userId, password));
    }

    @Override
    public List<Objection> objectionsTo(String password, Person person) {
        User user = identities.newUser(person.userId());
        user.setFirstName(person.name());
        user.setLastName("");
        return identities.checkPasswordAgainstPolicy(password, user).getViolatedRules().stream()
                .map(rule -> new Objection(
                        null,
                        rule.getPlaceholder(),
                        List.copyOf(Optional.ofNullable(rule.getParameters())
                                .orElse(Map.of())
                                .values())))
                .toList();
    }

    @Override
    public void setPassword(String userId, String password) {
        asEngine(() -> {
            User user = identities.createUserQuery().userId(userId).singleResult();
            user.setPassword(password);
            identities.saveUser(user);
            identities.unlockUser(userId);
            return userId;
        });
    }

    @Override
    public void unlock(String userId) {
        asEngine(() -> {
            identities.unlockUser(userId);
            return userId;
        });
    }

    @Override
    public void appoint(String userId, Post post) {
        asEngine(() -> {
            identities.createMembership(userId, post.group());
            return userId;
        });
    }

    @Override
    public void dismiss(String userId, Post post) {
        asEngine(() -> {
            identities.deleteMembership(userId, post.group());
            return userId;
        });
    }

    @Override
    public void rename(Unit unit) {
        asEngine(() -> {
            for (Role role : Role.values()) {
                Group group = identities
                        .createGroupQuery()
                        .groupId(role.groupIn(unit.id()))
                        .singleResult();
                if (group != null) {
                    group.setName(unit.name() + "·" + RoleNames.of(role));
                    identities.saveGroup(group);
                }
            }
            return unit;
        });
    }

    /** Locked for good: the engine counts wrong passwords up to its limit, and forgets them with a right one. */
    private boolean isLocked(User user) {
        return ((UserEntity) user).getAttempts() >= engine.getObject().getLoginMaxAttempts();
    }

    private static Person person(User user) {
        return new Person(user.getId(), nameOf(user));
    }

    private static Optional<Post> post(Group group) {
        return post(group.getType());
    }

    private static Optional<Post> post(@Nullable String groupType) {
        if (groupType == null || !groupType.contains(":")) {
            return Optional.empty();
        }
        String[] parts = groupType.split(":");
        return Optional.of(new Post(parts[0], Role.of(parts[1])));
    }

    private Optional<String> name(String userId) {
        return tables.sql("select coalesce(FIRST_, ID_) from ACT_ID_USER where ID_ = ?")
                .param(userId)
                .query(String.class)
                .optional();
    }

    private List<Post> posts(String userId) {
        return tables
                .sql(
                        """
                        select held.TYPE_ from ACT_ID_MEMBERSHIP member
                        join ACT_ID_GROUP held on held.ID_ = member.GROUP_ID_
                        where member.USER_ID_ = ? and held.TYPE_ is not null order by held.ID_""")
                .param(userId)
                .query(String.class)
                .list()
                .stream()
                .flatMap(type -> post(type).stream())
                .toList();
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
