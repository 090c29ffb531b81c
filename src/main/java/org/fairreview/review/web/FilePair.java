package org.fairreview.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.ManifestEntry;
import org.jspecify.annotations.Nullable;

/**
 * A file of one version of a measure and the file of another that it became; one side alone where a file came or went.
 */
record FilePair(@Nullable ManifestEntry before, @Nullable ManifestEntry after) {

    /** What makes two files of a role one, the surest first. */
    private static final List<BiPredicate<ManifestEntry, ManifestEntry>> WAYS = List.of(
            (before, after) -> before.sha256().equals(after.sha256()),
            (before, after) -> before.fileName().equals(after.fileName()),
            (before, after) -> before.place() == after.place());

    /** The files of both versions by role: those of the later one in their order, then those that went. */
    static List<FilePair> of(List<ManifestEntry> before, List<ManifestEntry> after) {
        List<FilePair> pairs = new ArrayList<>();
        for (FileRole role : FileRole.values()) {
            addPairs(of(role, before), of(role, after), pairs);
        }
        return pairs;
    }

    boolean isSameFile() {
        return before != null && after != null && before.sha256().equals(after.sha256());
    }

    private static void addPairs(List<ManifestEntry> before, List<ManifestEntry> after, List<FilePair> pairs) {
        List<ManifestEntry> gone = new ArrayList<>(before);
        @Nullable ManifestEntry[] found = new ManifestEntry[after.size()];
        for (BiPredicate<ManifestEntry, ManifestEntry> way : WAYS) {
            for (int i = 0; i < found.length; i++) {
                ManifestEntry come = after.get(i);
                if (found[i] == null) {
                    found[i] = gone.stream()
                            .filter(entry -> way.test(entry, come))
                            .findFirst()
                            .orElse(null);
                    gone.remove(found[i]);
                }
            }
        }
        for (int i = 0; i < found.length; i++) {
            pairs.add(new FilePair(found[i], after.get(i)));
        }
        gone.forEach(entry -> pairs.add(new FilePair(entry, null)));
    }

    private static List<ManifestEntry> of(FileRole role, List<ManifestEntry> manifest) {
        return manifest.stream().filter(entry -> entry.role() == role).toList();
    }
}
