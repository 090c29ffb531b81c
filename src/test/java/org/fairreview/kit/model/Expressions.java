package org.fairreview.kit.model;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** Reads the expressions of models. */
final class Expressions {

    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");

    private Expressions() {}

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /**
     * The names that an expression starts from, without what is looked up in them.
     *
     * @throws TreeBuilderException where the text is no expression
     */
    static Set<String> names(String expression) {
        Set<String> names = new TreeSet<>();
        new Builder(Builder.Feature.METHOD_INVOCATIONS)
                .build(expression)
                .getIdentifierNodes()
                .forEach(node -> names.add(node.getName()));
        return names;
    }

    /** The bean that a delegate expression names; empty where it does more than name one. */
    static Optional<String> bean(String expression) {
        Matcher matcher = BEAN.matcher(expression);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
