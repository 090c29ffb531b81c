package org.fairreview.document;

/** The name of an uploaded file, as it may be shown and kept. */
final class FileName {

    private static final int LONGEST = 255;

    private FileName() {}

    /** Drops folders and characters that cannot be seen, and shortens before the extension. */
    static String of(String raw) {
        var name = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}\"<>|:*?]", "")
                .strip();
        if (name.isEmpty()) {
            return "_";
        }
        int dot = name.lastIndexOf('.');
        var extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - extension.length()) + extension;
    }
}
