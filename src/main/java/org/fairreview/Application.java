package org.fairreview;

import java.time.Clock;
import java.time.ZoneId;
import java.util.TimeZone;
import org.fairreview.backup.Commands;
import org.fairreview.evidence.AuditCommands;
import org.fairreview.replay.ReplayCommand;
import org.fairreview.screening.ScreeningCommands;
import org.fairreview.supervision.spotcheck.DrawCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the product, portal, Tasklist and engine in one process, or does a command beside it. */
@SpringBootApplication
public class Application {

    /** Where the offices are: pages, logs and due dates show its time, wherever the machine stands. */
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone(OFFICE));
        if (ScreeningCommands.isAsked(args)) {
            System.exit(ScreeningCommands.run(Clock.system(OFFICE), args));
        }
        if (AuditCommands.isAsked(args)) {
            System.exit(AuditCommands.run(Clock.system(OFFICE), args));
        }
        if (DrawCommand.isAsked(args)) {
            System.exit(DrawCommand.run(args));
        }
        if (ReplayCommand.isAsked(args)) {
            System.exit(ReplayCommand.run(Clock.system(OFFICE), Application.class, args));
        }
        if (Commands.isAsked(args)) {
            System.exit(Commands.run(Clock.system(OFFICE), args));
        }
        SpringApplication.run(Application.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.system(OFFICE);
    }
}
