package org.fairreview;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;

/** Keeps the engine at the edge, every feature's inside to itself, and time in the hands of the clock. */
class EngineBoundaryTests {

    private static final JavaClasses APPLICATION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(Application.class);

    private static final ArchRule ENGINE = noClasses()
            .that()
            .resideOutsideOfPackages("org.fairreview..process..", "org.fairreview.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("a maintained fork must be able to take the engine's place");

    private static final ArchRule REPOSITORIES = classes()
            .that()
            .areAssignableTo(Repository.class)
            .or()
            .haveSimpleNameEndingWith("Rows")
            .should()
            .bePackagePrivate()
            .because("a feature's tables are reached through its services");

    private static final ArchRule CONTROLLERS = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .resideInAPackage("..web..")
            .because("nobody calls a page but a browser");

    private static final ArchRule INJECTION = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith(Resource.class)
            .orShould()
            .beAnnotatedWith(PersistenceContext.class)
            .because("what a class needs stands in its constructor");

    private static final ArchRule TIME = noClasses()
            .should()
            .accessTargetWhere(new ReadsTheWallClock())
            .because("limits are counted, and tests run, by the injected Clock");

    private static final ArchRule WORKFLOW = uses("org.fairreview.workflow..", "audit", "identity", "calendar");

    @Test
    void only_process_packages_and_workflow_know_the_engine() {
        ENGINE.check(APPLICATION);
    }

    @Test
    void repositories_are_seen_by_their_own_package_only() {
        REPOSITORIES.check(APPLICATION);
    }

    @Test
    void controllers_are_seen_by_their_own_package_only() {
        CONTROLLERS.check(APPLICATION);
    }

    @Test
    void nothing_is_injected_into_fields() {
        INJECTION.check(APPLICATION);
    }

    @Test
    void nobody_reads_the_wall_clock() {
        TIME.check(APPLICATION);
    }

    @Test
    void workflow_knows_no_feature() {
        WORKFLOW.check(APPLICATION);
    }

    @ParameterizedTest
    @MethodSource("offences")
    void an_offence_is_found(ArchRule rule, Class<?> offender) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(offender))
                        .hasViolation())
                .isTrue();
    }

    static Stream<Arguments> offences() {
        return Stream.of(
                Arguments.of(ENGINE, KnowsTheEngine.class),
                Arguments.of(REPOSITORIES, OpenRepository.class),
                Arguments.of(REPOSITORIES, OpenRows.class),
                Arguments.of(CONTROLLERS, OpenController.class),
                Arguments.of(INJECTION, TakesAField.class),
                Arguments.of(INJECTION, TakesAValue.class),
                Arguments.of(TIME, AsksInstant.class),
                Arguments.of(TIME, AsksInstantLater.class),
                Arguments.of(TIME, AsksLocalDate.class),
                Arguments.of(TIME, MakesADate.class),
                Arguments.of(TIME, AsksTheSystem.class));
    }

    @Test
    void a_room_that_knows_a_feature_is_found() {
        ArchRule sameForReview = uses("org.fairreview.review..", "audit", "identity", "calendar", "workflow");

        assertThat(sameForReview.evaluate(APPLICATION).getFailureReport().getDetails())
                .anySatisfy(line -> assertThat(line).contains("org.fairreview.measure"));
    }

    @Test
    void reading_the_injected_clock_is_no_offence() {
        assertThat(TIME.evaluate(new ClassFileImporter().importClasses(AsksTheClock.class))
                        .hasViolation())
                .isFalse();
    }

    private static ArchRule uses(String room, String... features) {
        List<String> allowed = Stream.concat(
                        Stream.of(room), Stream.of(features).map(feature -> "org.fairreview." + feature + ".."))
                .toList();
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.fairreview..")
                        .and(DescribedPredicate.not(
                                JavaClass.Predicates.resideInAnyPackage(allowed.toArray(String[]::new)))))
                .because("what all features share knows none of them");
    }

    /** A call or reference that takes the time from the machine instead of from a {@link Clock}. */
    private static final class ReadsTheWallClock extends DescribedPredicate<JavaAccess<?>> {

        private static final Set<String> ELSEWHERE = Set.of(
                "java.lang.System.currentTimeMillis",
                "java.util.Calendar.getInstance",
                "java.util.GregorianCalendar.<init>",
                "java.time.Clock.systemUTC",
                "java.time.Clock.systemDefaultZone");

        private ReadsTheWallClock() {
            super("the wall clock is read");
        }

        @Override
        public boolean test(JavaAccess<?> access) {
            if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
                return false;
            }
            boolean withoutClock =
                    target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            boolean now = target.getOwner().getPackageName().startsWith("java.time")
                    && target.getName().equals("now");
            boolean newDate = target.getOwner().isEquivalentTo(Date.class)
                    && target.getName().equals("<init>")
                    && target.getRawParameterTypes().isEmpty();
            return now && withoutClock
                    || newDate
                    || ELSEWHERE.contains(target.getOwner().getName() + "." + target.getName());
        }
    }

    private record KnowsTheEngine(RuntimeService engine) {}

    public interface OpenRepository extends Repository<String, String> {}

    public interface OpenRows {}

    @Controller
    public static class OpenController {}

    private static class TakesAField {
        @Autowired
        private Clock clock;
    }

    private static class TakesAValue {
        @Value("${port}")
        private int port;
    }

    private static class AsksInstant {
        private final Instant now = Instant.now();
    }

    private static class AsksInstantLater {
        private final Supplier<Instant> now = Instant::now;
    }

    private static class AsksLocalDate {
        private final LocalDate today = LocalDate.now();
    }

    private static class MakesADate {
        private final Date now = new Date();
    }

    private static class AsksTheSystem {
        private final long now = System.currentTimeMillis();
    }

    private record AsksTheClock(Clock clock) {
        LocalDate today() {
            return LocalDate.now(clock);
        }
    }
}
