package org.fairreview.demo;

import java.io.PrintStream;
import java.util.List;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the demo's start where it is and who can log in. */
@Component
@Profile("demo")
class DemoGreeting {

    private static final List<Role> SHOWN = List.of(
            Role.DRAFTER,
            Role.UNITREVIEWER,
            Role.UNITHEAD,
            Role.CLERK,
            Role.SECTIONHEAD,
            Role.REVIEWER,
            Role.ADVISER,
            Role.MEMBER,
            Role.EVALUATOR,
            Role.LEADER,
            Role.OFFICE,
            Role.AUDITOR,
            Role.SYSADMIN,
            Role.SECADMIN);

    private final Units units;
    private final Directory directory;
    private final String password;

    DemoGreeting(Units units, Directory directory, @Value("${fairreview.initial-password}") String password) {
        this.units = units;
        this.directory = directory;
        this.password = password;
    }

    @EventListener
    void greet(ApplicationReadyEvent ready) {
        int port = ((WebServerApplicationContext) ready.getApplicationContext())
                .getWebServer()
                .getPort();
        PrintStream out = System.out;
        out.printf("%n公平竞争审查(演示)已启动: http://127.0.0.1:%d/   所有账号的口令: %s%n", port, password);
        for (Role role : SHOWN) {
            for (Unit unit : units.all()) {
                directory
                        .holdersOf(role, unit.id())
                        .forEach(person -> out.printf(
                                "  %-10s %s  %s %s%n",
                                person.userId(), person.name(), unit.name(), directory.roleName(role)));
            }
        }
        out.println();
    }
}
