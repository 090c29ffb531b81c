package org.fairreview.workflow;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts together a form from its own text and the parts that it shares with other forms, {@code <!-- part: name.html -->}.
 *
 * <p>What is deployed is whole: a form lives as long as the cases that began with it, and is shown again without its
 * scripts.
 */
public final class FormParts {

    /** The folder of the parts; what is in it is no form. */
    public static final String FOLDER = "parts/";

    private static final Pattern PART = Pattern.compile("<!-- part: ([a-z-]+\\.html) -->");

    private FormParts() {}

    /**
     * The form with its parts.
     *
     * @param parts gives the text of a part by its file name
     */
    public static String whole(String form, UnaryOperator<String> parts) {
        return PART.matcher(form).replaceAll(found -> Matcher.quoteReplacement(parts.apply(found.group(1))));
    }
}
