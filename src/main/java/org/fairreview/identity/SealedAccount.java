package org.fairreview.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The break-glass account (封存账号), the one member of the engine's own administrators: opened for some hours by a
 * system and a security administrator together, an alarm while it is open, every step in the record.
 */
@Service
@Transactional
public class SealedAccount {

    public static final String USER_ID = "sealed";

    private static final int LONGEST_REASON = 500;
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SealedOpeningRows openings;
    private final AccountRows accounts;
    private final Accounts states;
    private final Units units;
    private final Seal seal;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration time;

    SealedAccount(
            SealedOpeningRows openings,
            AccountRows accounts,
            Accounts states,
            Units units,
            Seal seal,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${fairreview.sealed-account-hours}") int hours) {
        this.openings = openings;
        this.accounts = accounts;
        this.states = states;
        this.units = units;
        this.seal = seal;
        this.events = events;
        this.clock = clock;
        this.time = Duration.ofHours(hours);
    }

    /** The opening that is asked for, confirmed or open; one whose time is over is ended by looking at it. */
    public Optional<SealedOpening> current() {
        Optional<SealedOpening> opening = openings.findFirstByEndedAtIsNullOrderByIdDesc();
        if (opening.isPresent() && opening.get().isOver(clock.instant())) {
            end(opening.get(), "sealed.expired");
            return Optional.empty();
        }
        return opening;
    }

    public boolean isOpen() {
        return current().filter(SealedOpening::isOpen).isPresent();
    }

    /** Whether the person administers the whole installation, or a region that stands under no other. */
    @Transactional(readOnly = true)
    public boolean isKeptBy(Actor actor) {
        return actor.posts().stream()
                .filter(post -> post.role() == Role.SYSADMIN || post.role() == Role.SECADMIN)
                .flatMap(post -> units.find(post.unitId()).stream())
                .anyMatch(unit -> units.isTop(unit.regionId()));
    }

    public Optional<Objection> ask(String reason, Actor by) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return Optional.of(Objection.at("reason", "sealed.reason.missing"));
        }
        if (current().isPresent()) {
            return Optional.of(Objection.of("sealed.already"));
        }
        Role as = by.holds(Role.SYSADMIN) ? Role.SYSADMIN : Role.SECADMIN;
        openings.save(new SealedOpening(reason, by.userId(), as, clock.instant()));
        record("sealed.asked", Map.of("reason", reason));
        return Optional.empty();
    }

    public Optional<Objection> confirm(Actor by) {
        Optional<SealedOpening> opening = current().filter(asked -> !asked.isConfirmed());
        if (opening.isEmpty()) {
            return Optional.of(Objection.of("sealed.nothingAsked"));
        }
        if (!opening.get().mayBeConfirmedBy(by)) {
            return Optional.of(Objection.of("sealed.otherConfirms"));
        }
        opening.get().confirm(by.userId(), clock.instant().plus(time));
        record("sealed.confirmed", Map.of("reason", opening.get().reason()));
        return Optional.empty();
    }

    /** The password of the account, to the asker of a confirmed opening, this once. */
    public Optional<String> takePassword(Actor by) {
        return current()
                .filter(opening -> opening.isConfirmed()
                        && !opening.isOpen()
                        && opening.askedBy().equals(by.userId()))
                .map(opening -> {
                    String password = "aA1#"
                            + RANDOM.ints(20, 0, ALPHABET.length())
                                    .mapToObj(place -> String.valueOf(ALPHABET.charAt(place)))
                                    .collect(Collectors.joining());
                    seal.breakWith(password);
                    opening.open(clock.instant());
                    record("sealed.opened", Map.of("reason", opening.reason()));
                    return password;
                });
    }

    /** Withdraws what is asked for, or seals the account before its time is over. */
    public void close() {
        current().ifPresent(opening -> end(opening, opening.isOpen() ? "sealed.closed" : "sealed.withdrawn"));
    }

    /** Something was done with the account: a login, or a request that changes something. */
    public void recordUse(String what) {
        record("sealed.used", Map.of("request", what));
    }

    private void end(SealedOpening opening, String act) {
        Instant now = clock.instant();
        opening.end(now);
        if (opening.isOpen()) {
            seal.restore();
            Account account = states.of(USER_ID);
            account.endLogins();
            accounts.save(account);
        }
        record(act, Map.of("reason", opening.reason()));
    }

    private void record(String act, Map<String, ?> details) {
        events.publishEvent(new Administered(USER_ID, act, details));
    }
}
