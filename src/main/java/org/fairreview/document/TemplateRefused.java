package org.fairreview.document;

import org.jspecify.annotations.Nullable;

/** Why no document could be rendered from a template, with the placeholder or the part of the template at fault. */
public class TemplateRefused extends RuntimeException {

    /** What was wrong. */
    public enum Reason {
        /** There is no template of that name. */
        MISSING,
        /** The file is no Word document, or a block is opened and not closed. */
        BROKEN,
        /** The template wants more than text, blocks and loops, or refers to something outside itself. */
        FORBIDDEN,
        /** Braces that are no placeholder. */
        MISTYPED,
        /** A placeholder for which the data has no value. */
        NO_VALUE
    }

    private final String templateName;
    private final Reason reason;
    private final String detail;

    TemplateRefused(String templateName, Reason reason, String detail) {
        this(templateName, reason, detail, null);
    }

    TemplateRefused(String templateName, Reason reason, String detail, @Nullable Throwable cause) {
        super("Template '%s' refused, %s: %s".formatted(templateName, reason, detail), cause);
        this.templateName = templateName;
        this.reason = reason;
        this.detail = detail;
    }

    public String templateName() {
        return templateName;
    }

    public Reason reason() {
        return reason;
    }

    /** The placeholder as it stands in the template, or what else was at fault. */
    public String detail() {
        return detail;
    }
}
