package org.fairreview.kit.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairreview.Application;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.ProcessContract;
import org.fairreview.workflow.Var;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * What models may name, as the code has it.
 *
 * @param beans the classes of the components by their bean names
 * @param contracts one per process
 * @param limits the steps in the table of limits
 */
public record CodeNames(Map<String, Class<?>> beans, List<ProcessContract> contracts, Set<String> limits) {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern LIMIT_INSERT = Pattern.compile("insert into time_limit[^;]*;");
    private static final Pattern LIMIT_ROW = Pattern.compile("\\(\\d+, '(\\w+)',");

    /** The names of the application, read from its classes and migrations without starting it. */
    public static CodeNames ofTheApplication() {
        Map<String, Class<?>> beans = components();
        return new CodeNames(beans, contracts(beans.values()), limitsIn(MIGRATIONS));
    }

    Optional<ProcessContract> contract(String processKey) {
        return contracts.stream()
                .filter(contract -> contract.key().equals(processKey))
                .findFirst();
    }

    /** The variables that a process may have, by name. */
    Map<String, Var<?>> variables(String processKey) {
        return Stream.concat(
                        CaseVariables.ALL.stream(),
                        contract(processKey).stream().flatMap(contract -> contract.variables().stream()))
                .collect(Collectors.toMap(Var::name, variable -> variable, (one, other) -> other, TreeMap::new));
    }

    /** The variables of all processes: their values stand in the engine's history. */
    Set<String> allVariables() {
        return Stream.concat(
                        CaseVariables.ALL.stream(),
                        contracts.stream().flatMap(contract -> contract.variables().stream()))
                .map(Var::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean is(String bean, Class<?> type) {
        return beans.containsKey(bean) && type.isAssignableFrom(beans.get(bean));
    }

    /** The record that the listener reads the answer into. */
    Optional<Class<?>> formOf(String bean) {
        return is(bean, AnswerListener.class)
                ? Optional.ofNullable(ResolvableType.forClass(beans.get(bean))
                        .as(AnswerListener.class)
                        .getGeneric(0)
                        .resolve())
                : Optional.empty();
    }

    private static Map<String, Class<?>> components() {
        Map<String, Class<?>> found = new TreeMap<>();
        var registry = new SimpleBeanDefinitionRegistry();
        new ClassPathScanningCandidateComponentProvider(true)
                .findCandidateComponents(Application.class.getPackageName()).stream()
                        .map(AnnotatedBeanDefinition.class::cast)
                        .forEach(component -> found.put(
                                AnnotationBeanNameGenerator.INSTANCE.generateBeanName(component, registry),
                                ClassUtils.resolveClassName(component.getBeanClassName(), null)));
        return found;
    }

    private static List<ProcessContract> contracts(Collection<Class<?>> components) {
        Class<?>[] declaring =
                components.stream().filter(CodeNames::declaresContract).toArray(Class<?>[]::new);
        try (var context = new AnnotationConfigApplicationContext(declaring)) {
            return List.copyOf(context.getBeansOfType(ProcessContract.class).values());
        }
    }

    private static boolean declaresContract(Class<?> component) {
        return Arrays.stream(component.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Bean.class))
                .map(Method::getReturnType)
                .anyMatch(ProcessContract.class::equals);
    }

    private static Set<String> limitsIn(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(CodeNames::read)
                    .flatMap(sql -> LIMIT_INSERT.matcher(sql).results())
                    .flatMap(insert -> LIMIT_ROW.matcher(insert.group()).results())
                    .map(row -> row.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
