package org.fairreview.workflow.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fairreview.audit.ActingPerson;
import org.fairreview.audit.AuditableEvent;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Records who comes in, who goes, and who is not let in. Where it cannot, nobody comes in.
 *
 * <p>A program sends its password with each request: on record is the first of each day.
 */
@Component
class LoginRecord {

    private static final String UNKNOWN = "-";
    private static final int LONGEST = 64;

    private record Login(String subject, String act, Map<String, ?> details) implements AuditableEvent {

        @Override
        public Set<String> erasable() {
            return Set.of("account");
        }
    }

    private final SeparateRecord separate;
    private final CurrentActor currentActor;
    private final Directory directory;
    private final Clock clock;
    private final Map<String, LocalDate> programs = new ConcurrentHashMap<>();

    LoginRecord(SeparateRecord separate, CurrentActor currentActor, Directory directory, Clock clock) {
        this.separate = separate;
        this.currentActor = currentActor;
        this.directory = directory;
        this.clock = clock;
    }

    /** For the login page: what fails; what succeeds is recorded with its session by {@link #cameIn}. */
    AuthenticationEventPublisher ofPages() {
        return new Results() {
            @Override
            public void publishAuthenticationSuccess(Authentication authentication) {
                // the login has no session yet
            }
        };
    }

    /** For HTTP Basic. */
    AuthenticationEventPublisher ofPrograms() {
        return new Results() {
            @Override
            public void publishAuthenticationSuccess(Authentication authentication) {
                cameInByProgram(authentication.getName());
            }
        };
    }

    /** The person who is logged in now has come in. */
    void cameIn(String userId) {
        separate.record(new Login(userId, "login.cameIn", Map.of("way", "PAGE")));
    }

    /** The person who is still logged in goes. */
    void went(String userId) {
        separate.record(new Login(userId, "login.went", Map.of()));
    }

    private void cameInByProgram(String userId) {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(programs.get(userId))) {
            separate.record(new Login(userId, "login.cameIn", Map.of("way", "BASIC")), currentActor.personOf(userId));
            programs.put(userId, today);
        }
    }

    /** What was typed may be a password in the wrong field: of an account that does not exist it can be erased. */
    private void failed(String typed) {
        boolean known = directory.actor(typed).isPresent();
        String account = typed.replaceAll("\\p{Cntrl}", "");
        Login failed = known
                ? new Login(typed, "login.failed", Map.of())
                : new Login(
                        UNKNOWN,
                        "login.unknown",
                        Map.of("account", account.substring(0, Math.min(LONGEST, account.length()))));
        separate.record(failed, ActingPerson.SYSTEM);
    }

    /** Hears of failures. */
    private abstract class Results implements AuthenticationEventPublisher {

        @Override
        public void publishAuthenticationFailure(AuthenticationException failure, Authentication authentication) {
            failed(String.valueOf(authentication.getName()));
        }
    }
}
