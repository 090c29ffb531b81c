package org.fairreview.cleanup.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the lines of a part of a form; what has nothing to say is left out. */
final class FormLines {

    private final CleanupTexts texts;
    private final List<FormLine> lines = new ArrayList<>();

    FormLines(CleanupTexts texts) {
        this.texts = texts;
    }

    FormLines say(String term, String text) {
        if (!text.isBlank()) {
            lines.add(new FormLine(texts.of("legacy.form." + term), text, null));
        }
        return this;
    }

    FormLines say(String term, Optional<String> text) {
        return say(term, text.orElse(""));
    }

    FormLines link(String term, String text, String url) {
        lines.add(new FormLine(texts.of("legacy.form." + term), text, url));
        return this;
    }

    List<FormLine> all() {
        return List.copyOf(lines);
    }
}
