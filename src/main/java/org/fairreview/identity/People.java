package org.fairreview.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts and posts: system administrators make accounts, security administrators grant posts, each in the own
 * region and below; everybody changes the own password.
 */
@Service
@Transactional
public class People {

    private static final Pattern USER_ID = Pattern.compile("[a-zA-Z0-9]{2,32}");
    private static final int LONGEST_NAME = 60;
    private static final Objection ELSEWHERE = Objection.of("people.elsewhere");

    private final Directory directory;
    private final AccountRows accounts;
    private final Accounts states;
    private final Units units;
    private final OpenWork work;
    private final ApplicationEventPublisher events;

    People(
            Directory directory,
            AccountRows accounts,
            Accounts states,
            Units units,
            OpenWork work,
            ApplicationEventPublisher events) {
        this.directory = directory;
        this.accounts = accounts;
        this.states = states;
        this.units = units;
        this.work = work;
        this.events = events;
    }

    /** Opens an account in a unit, without any post; its password has to be changed at the first login. */
    public List<Objection> open(String userId, String name, String unitId, String password, Actor by) {
        Optional<Unit> unit = units.find(unitId)
                .filter(units.scopeOf(by, Role.SYSADMIN)::contains)
                .filter(found -> !found.isDissolved());
        List<Objection> objections = Stream.of(
                        objectTo(!USER_ID.matcher(userId).matches(), "userId", "people.userId.form"),
                        objectTo(isTaken(userId), "userId", "people.userId.taken"),
                        objectTo(name.isBlank() || name.length() > LONGEST_NAME, "name", "people.name.missing"),
                        objectTo(unit.isEmpty(), "unit", "people.unit.missing"))
                .flatMap(Optional::stream)
                .toList();
        objections = Stream.concat(
                        objections.stream(), weakness("password", password, new Person(userId, name)).stream())
                .toList();
        if (objections.isEmpty()) {
            directory.open(new Person(userId, name), password, List.of());
            accounts.save(new Account(userId, unitId, true));
            record(userId, "account.opened", inOrder("name", name, "unit", unitId));
        }
        return objections;
    }

    /** The account can no longer log in, its logins end, and the tasks it has taken go back to its posts. */
    public Optional<Objection> disable(String userId, Actor by) {
        DirectoryEntry entry = directory.entry(userId).orElseThrow();
        if (by.userId().equals(userId)) {
            return Optional.of(Objection.of("people.disable.oneself"));
        }
        return administer(entry, by, Role.SYSADMIN, account -> {
            account.disable();
            int returned = work.giveBack(userId, entry.posts());
            record(userId, "account.disabled", Map.of("tasks", returned));
        });
    }

    public Optional<Objection> enable(String userId, Actor by) {
        return administer(directory.entry(userId).orElseThrow(), by, Role.SYSADMIN, account -> {
            account.enable();
            record(userId, "account.enabled", Map.of());
        });
    }

    /** Sets a password for somebody who has forgotten the own one; it has to be changed at the next login. */
    public Optional<Objection> resetPassword(String userId, String password, Actor by) {
        DirectoryEntry entry = directory.entry(userId).orElseThrow();
        if (by.userId().equals(userId)) {
            return Optional.of(Objection.of("people.reset.oneself"));
        }
        return weakness("password", password, entry.person())
                .or(() -> administer(entry, by, Role.SYSADMIN, account -> {
                    directory.setPassword(userId, password);
                    account.passwordSet(true);
                    record(userId, "account.passwordReset", Map.of());
                }));
    }

    /** Lets an account try again that too many wrong passwords have locked. */
    public Optional<Objection> unlock(String userId, Actor by) {
        return administer(directory.entry(userId).orElseThrow(), by, Role.SYSADMIN, account -> {
            directory.unlock(userId);
            record(userId, "account.unlocked", Map.of());
        });
    }

    public Optional<Objection> grant(String userId, Post post, Actor by) {
        DirectoryEntry entry = directory.entry(userId).orElseThrow();
        Optional<Unit> unit = units.find(post.unitId()).filter(units.scopeOf(by, Role.SECADMIN)::contains);
        if (unit.isEmpty()) {
            return Optional.of(ELSEWHERE);
        }
        return AdministrationRules.toGrant(by.userId(), entry, states.of(userId).isDisabled(), unit.get(), post.role())
                .or(() -> administer(entry, by, Role.SECADMIN, account -> {
                    directory.establish(unit.get(), List.of(post.role()), seenFrom(unit.get()));
                    directory.appoint(userId, post);
                    account.endLogins();
                    record(userId, "account.granted", detailsOf(post));
                }));
    }

    /** Takes a post away; tasks taken by virtue of it go back to it. */
    public Optional<Objection> withdraw(String userId, Post post, Actor by) {
        DirectoryEntry entry = directory.entry(userId).orElseThrow();
        if (units.find(post.unitId())
                .filter(units.scopeOf(by, Role.SECADMIN)::contains)
                .isEmpty()) {
            return Optional.of(ELSEWHERE);
        }
        return AdministrationRules.toWithdraw(by.userId(), entry, post)
                .or(() -> administer(entry, by, Role.SECADMIN, account -> {
                    int returned = work.giveBack(userId, List.of(post));
                    directory.dismiss(userId, post);
                    account.endLogins();
                    Map<String, Object> details = detailsOf(post);
                    details.put("tasks", returned);
                    record(userId, "account.withdrawn", details);
                }));
    }

    /** The person's own new password; every login of the account ends with it. */
    public List<Objection> changePassword(String old, String password, String repeated, Actor by) {
        List<Objection> objections = Stream.of(
                        objectTo(old.isEmpty(), "old", "password.old.missing"),
                        weakness("password", password, new Person(by.userId(), by.name())),
                        objectTo(!password.equals(repeated), "repeated", "password.repeated"),
                        objectTo(!old.isEmpty() && old.equals(password), "password", "password.same"))
                .flatMap(Optional::stream)
                .toList();
        if (!objections.isEmpty()) {
            return objections;
        }
        if (!directory.knows(by.userId(), old)) {
            return List.of(Objection.at("old", "password.old.wrong"));
        }
        directory.setPassword(by.userId(), password);
        Account account = states.of(by.userId());
        account.passwordSet(false);
        accounts.save(account);
        record(by.userId(), "account.passwordChanged", Map.of());
        return List.of();
    }

    /** Moves everybody's posts from a unit to its successor. */
    void move(Unit unit, Unit successor) {
        for (DirectoryEntry entry : directory.everybody()) {
            List<Post> old = entry.posts().stream()
                    .filter(post -> post.unitId().equals(unit.id()))
                    .toList();
            for (Post post : old) {
                Post now = new Post(successor.id(), post.role());
                if (!entry.posts().contains(now)) {
                    directory.establish(successor, List.of(post.role()), seenFrom(successor));
                    directory.appoint(entry.userId(), now);
                }
                directory.dismiss(entry.userId(), post);
            }
            if (!old.isEmpty()) {
                Account account = states.of(entry.userId());
                account.endLogins();
                accounts.save(account);
                record(entry.userId(), "account.moved", inOrder("unit", unit.id(), "successor", successor.id()));
            }
        }
        accounts.findByUnitId(unit.id()).forEach(account -> account.moveTo(successor.id()));
    }

    /** The regions whose cases the unit's people may see in the engine. */
    List<String> seenFrom(Unit unit) {
        Set<String> seen = unit.isRegulator() ? units.visibleFrom(unit.regionId()) : Set.of(unit.regionId());
        return List.copyOf(seen);
    }

    /** Two accounts never differ in capitals only: people would take one for the other. */
    private boolean isTaken(String userId) {
        return userId.equalsIgnoreCase(SealedAccount.USER_ID)
                || directory.everybody().stream()
                        .anyMatch(entry -> entry.userId().equalsIgnoreCase(userId));
    }

    private Optional<Objection> administer(DirectoryEntry entry, Actor by, Role as, Consumer<Account> act) {
        Account account = states.of(entry.userId());
        if (!units.scopeOf(by, as).covers(entry, account, units.byId())) {
            return Optional.of(ELSEWHERE);
        }
        act.accept(account);
        accounts.save(account);
        return Optional.empty();
    }

    private Optional<Objection> weakness(String field, String password, Person person) {
        if (password.isEmpty()) {
            return Optional.of(Objection.at(field, "password.missing"));
        }
        if (password.length() > 100) {
            return Optional.of(Objection.at(field, "password.tooLong"));
        }
        List<Objection> broken = directory.objectionsTo(password, person);
        return broken.isEmpty()
                ? Optional.empty()
                : Optional.of(new Objection(field, "password.weak", List.copyOf(broken)));
    }

    private static Optional<Objection> objectTo(boolean wrong, String field, String key) {
        return wrong ? Optional.of(Objection.at(field, key)) : Optional.empty();
    }

    private static Map<String, Object> detailsOf(Post post) {
        return inOrder("unit", post.unitId(), "role", post.role().name());
    }

    private static Map<String, Object> inOrder(String first, Object one, String second, Object other) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(first, one);
        details.put(second, other);
        return details;
    }

    private void record(String userId, String act, Map<String, ?> details) {
        events.publishEvent(new Administered(userId, act, details));
    }
}
