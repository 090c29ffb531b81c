package org.fairreview.workflow;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.jspecify.annotations.Nullable;

/**
 * Finds the routes of JAX-RS resources by reading the annotations: of the classes and interfaces themselves, and of
 * those that their locators return.
 */
final class EngineRoutes {

    /** A method and a path with its variables, e.g. {@code POST /task/{id}/claim}. */
    record Route(String method, String path) implements Comparable<Route> {

        private static final Comparator<Route> BY_PATH =
                Comparator.comparing(Route::path).thenComparing(Route::method);

        @Override
        public int compareTo(Route other) {
            return BY_PATH.compare(this, other);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final int DEEPEST = 6;

    private final SortedSet<Route> routes = new TreeSet<>();
    private final Set<Method> methods = new HashSet<>();

    /** Walks through the resources, whose paths begin below the base. */
    EngineRoutes(String base, Collection<Class<?>> resources) {
        for (Class<?> resource : resources) {
            walk(base, resource, 0, true);
        }
    }

    /** The routes of the engine's REST API. */
    static EngineRoutes ofEngine() {
        return new EngineRoutes("", List.of(DefaultProcessEngineRestServiceImpl.class));
    }

    SortedSet<Route> routes() {
        return routes;
    }

    /** Whether one of the routes is the method, as it is declared with its annotation. */
    boolean reach(Method method) {
        return methods.contains(method);
    }

    static boolean isRoute(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(found -> found.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private void walk(String base, Class<?> resource, int depth, boolean isRoot) {
        if (depth > DEEPEST) {
            throw new IllegalStateException("Locators lead in a circle at " + base);
        }
        String path = base;
        if (isRoot) {
            path = join(base, annotation(resource, Path.class).map(Path::value).orElse(""));
        }
        for (Method method : resource.getMethods()) {
            if (method.isBridge() || method.getDeclaringClass() == Object.class) {
                continue;
            }
            Optional<Path> own = annotation(method, Path.class);
            String here = own.isPresent() ? join(path, own.get().value()) : path;
            Optional<String> verb = verb(method);
            if (verb.isPresent()) {
                routes.add(new Route(verb.get(), here.isEmpty() ? "/" : here));
                declarations(method).forEach(methods::add);
            } else if (own.isPresent()) {
                walk(here, method.getReturnType(), depth + 1, false);
            }
        }
    }

    private static Optional<String> verb(Method method) {
        return declarations(method)
                .flatMap(declaration -> Arrays.stream(declaration.getAnnotations()))
                .map(found -> found.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static <A extends Annotation> Optional<A> annotation(Method method, Class<A> type) {
        return declarations(method)
                .map(declaration -> declaration.getAnnotation(type))
                .filter(found -> found != null)
                .findFirst();
    }

    private static <A extends Annotation> Optional<A> annotation(Class<?> resource, Class<A> type) {
        return lineage(resource)
                .map(ancestor -> ancestor.getAnnotation(type))
                .filter(found -> found != null)
                .findFirst();
    }

    /** The method as it stands in the class, its superclasses and its interfaces: JAX-RS annotations are inherited. */
    private static Stream<Method> declarations(Method method) {
        return lineage(method.getDeclaringClass())
                .flatMap(ancestor -> Arrays.stream(ancestor.getDeclaredMethods()))
                .filter(candidate -> candidate.getName().equals(method.getName())
                        && Arrays.equals(candidate.getParameterTypes(), method.getParameterTypes()));
    }

    private static Stream<Class<?>> lineage(@Nullable Class<?> type) {
        if (type == null) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(type),
                Stream.concat(
                        lineage(type.getSuperclass()),
                        Arrays.stream(type.getInterfaces()).flatMap(EngineRoutes::lineage)));
    }

    private static String join(String base, String segment) {
        String plain = segment.replaceAll("\\{\\s*([^:}\\s]+)\\s*:[^}]*(\\{[^}]*})?[^}]*}", "{$1}");
        if (plain.startsWith("/")) {
            plain = plain.substring(1);
        }
        if (plain.endsWith("/")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return plain.isEmpty() ? base : base + "/" + plain;
    }
}
