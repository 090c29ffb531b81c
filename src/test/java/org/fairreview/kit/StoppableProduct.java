package org.fairreview.kit;

import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.welcome.Welcome;
import org.fairreview.Application;
import org.fairreview.audit.AuditableEvent;
import org.fairreview.kit.TestClock.MovableClock;
import org.fairreview.measure.Issuance;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.HttpRequestHandler;

/**
 * The product, started by a test in a JVM of its own, with two things more: a handler at {@code /api/test} through
 * which the test has the people of the kit act, and stops at which an act stands still until the JVM is killed.
 */
public final class StoppableProduct {

    /** Where an act stands still. */
    public enum When {
        /** In the midst of it: some of its rows are written, the engine has done nothing yet. */
        IN_THE_ACT,
        /** Everything is written, in tables and engine, and nothing is committed. */
        BEFORE_COMMIT,
        /** Everything is committed, and nobody was told. */
        BEFORE_ANSWER
    }

    private StoppableProduct() {}

    public static void main(String[] arguments) {
        product()
                .sources(Stops.class)
                .initializers(context -> ((GenericApplicationContext) context).registerBean("/api/test", Handler.class))
                .run(arguments);
    }

    /** The product with the people of the kit, for a context of its own. */
    public static SpringApplicationBuilder product() {
        return new SpringApplicationBuilder(
                        Application.class,
                        ProcessDriver.class,
                        Submitting.class,
                        JointReview.class,
                        LegacyCampaign.class,
                        LegacyImports.class,
                        Correspondence.class,
                        SpotChecking.class,
                        DocumentMaking.class,
                        Reporting.class,
                        TestClock.class,
                        QuickPasswords.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()))
                .profiles("test");
    }

    /**
     * Closes such a context, and leaves Camunda's web applications to the other contexts of this JVM: they hold their
     * runtime in static fields, which the context that closes empties.
     */
    public static void close(ConfigurableApplicationContext product) {
        var cockpit = Cockpit.getRuntimeDelegate();
        var admin = Admin.getRuntimeDelegate();
        var tasklist = Tasklist.getRuntimeDelegate();
        var welcome = Welcome.getRuntimeDelegate();
        product.close();
        Cockpit.setCockpitRuntimeDelegate(cockpit);
        Admin.setAdminRuntimeDelegate(admin);
        Tasklist.setTasklistRuntimeDelegate(tasklist);
        Welcome.setRuntimeDelegate(welcome);
    }

    /** Keeps the classes of the tests out of the product's component scan. */
    public static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory factory) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    /** Holds an act fast, and leaves a file that says so. */
    static final class Stops {

        private final Map<String, When> armed = new ConcurrentHashMap<>();
        private final EntityManager entities;
        private final Path data;

        Stops(EntityManager entities, @Value("${fairreview.data}") String data) {
            this.entities = entities;
            this.data = Path.of(data);
        }

        @EventListener
        void stand(AuditableEvent event) {
            When when = armed.get(event.act() + " " + event.subject());
            if (when == null) {
                when = armed.get(event.act() + " *");
            }
            if (when == When.IN_THE_ACT) {
                entities.flush();
                stop(event.act());
            } else if (when != null) {
                TransactionSynchronizationManager.registerSynchronization(synchronization(when, event.act()));
            }
        }

        private TransactionSynchronization synchronization(When when, String act) {
            return new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    if (when == When.BEFORE_COMMIT) {
                        entities.flush();
                        stop(act);
                    }
                }

                @Override
                public void afterCommit() {
                    if (when == When.BEFORE_ANSWER) {
                        stop(act);
                    }
                }
            };
        }

        private void stop(String act) {
            try {
                Files.createFile(data.resolve("stopped-" + act + "-" + System.nanoTime()));
                Thread.sleep(Long.MAX_VALUE);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Does what the test asks: {@code ?do=…&case=…}. */
    static final class Handler implements HttpRequestHandler {

        private final JointReview people;
        private final Correspondence letters;
        private final ProcessDriver process;
        private final Submitting submitting;
        private final LegacyCampaign legacy;
        private final LegacyImports imports;
        private final MovableClock clock;
        private final JdbcClient jdbc;
        private final Stops stops;

        Handler(
                JointReview people,
                Correspondence letters,
                ProcessDriver process,
                Submitting submitting,
                LegacyCampaign legacy,
                LegacyImports imports,
                MovableClock clock,
                JdbcClient jdbc,
                Stops stops) {
            this.legacy = legacy;
            this.imports = imports;
            this.clock = clock;
            this.people = people;
            this.letters = letters;
            this.process = process;
            this.submitting = submitting;
            this.jdbc = jdbc;
            this.stops = stops;
        }

        @Override
        public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String answer = act(request.getParameter("do"), request.getParameter("case"), request);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(answer);
        }

        private String act(String act, String number, HttpServletRequest request) {
            return switch (act) {
                case "stop" -> {
                    stops.armed.put(
                            request.getParameter("act") + " " + number, When.valueOf(request.getParameter("when")));
                    yield "";
                }
                case "picture" -> CasePicture.of(jdbc, number).toString();
                case "scan" -> submitting.scan("wangmin");
                case "submitInCounty" ->
                    submitting.measure("fcdrafter", "u12", Issuance.GOVERNMENT, SampleMeasure.BODY);
                case "toReview" -> people.inReview();
                case "review" -> {
                    people.review(
                            number,
                            "zhaolei",
                            List.of(people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
                    yield "";
                }
                case "toLastSigner" -> toLastSigner();
                case "toDocument" -> {
                    String fresh = toLastSigner();
                    people.sign(fresh, "zhangwei");
                    yield fresh;
                }
                case "runJobs" -> {
                    process.runJobs(number);
                    yield "";
                }
                case "toLetterNumber" -> toLetterNumber();
                case "toLetterDocument" -> {
                    String fresh = toLetterNumber();
                    process.runJobs(fresh);
                    yield fresh;
                }
                case "toSeal" -> toSeal();
                case "toDelivery" -> {
                    String fresh = toSeal();
                    people.seal(fresh);
                    yield fresh;
                }
                case "toTakeOver" -> String.join(",", legacy.toTakeOver(4));
                case "isOver" -> String.valueOf(legacy.isOver(request.getParameter("work")));
                case "toImport" -> legacy.arrange(0);
                case "import" -> imports.bring(number, Integer.parseInt(request.getParameter("measures")));
                case "enterImport" -> {
                    imports.enter(request.getParameter("import"));
                    yield "";
                }
                case "isImported" ->
                    String.valueOf(imports.isOver(number, LegacyCampaign.CLERK, request.getParameter("import")));
                case "later" -> {
                    clock.advance(Duration.ofMinutes(2));
                    yield "";
                }
                case "takeOver" -> legacy.takeOver(List.of(number.split(",")));
                default -> throw new IllegalArgumentException(act);
            };
        }

        private String toLastSigner() {
            String fresh = people.inSigning();
            people.sign(fresh, "liufang");
            return fresh;
        }

        /** A letter that is signed off and waits for its 文号. */
        private String toLetterNumber() {
            String fresh = letters.begin("reminder", "DRAFTER");
            letters.draft(fresh, "reminder", "DRAFTER");
            letters.sign(fresh, "liufang");
            letters.sign(fresh, "zhangwei");
            return fresh;
        }

        private String toSeal() {
            String fresh = people.inSigning();
            people.signOff(fresh);
            return fresh;
        }
    }
}
