package org.fairreview.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairreview.document.Comparison;
import org.fairreview.document.Comparison.Row;
import org.fairreview.document.Comparison.Summary;
import org.fairreview.document.FileStore;
import org.fairreview.document.Passage;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Texts;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.MeasureVersion;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Issue;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.web.ComparePage.FileLink;
import org.fairreview.review.web.ComparePage.FileState;
import org.fairreview.review.web.ComparePage.FileView;
import org.fairreview.review.web.ComparePage.Part;
import org.fairreview.review.web.ComparePage.RowView;
import org.fairreview.review.web.ComparePage.VersionChoice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays two versions of a measure side by side, for whoever may see the case. */
@Component
@Transactional(readOnly = true)
class ComparePages {

    /** From this many passages on, unchanged ones are folded unless the reader asks for all. */
    private static final int LONG = 40;

    /** Fewer unchanged passages than this stay open between changes. */
    private static final int FEWEST_FOLDED = 3;

    private static final Summary NOTHING = new Summary(0, 0, 0, 0, 0, 0);

    /** What is compared, and how it is shown; what is not said is the last version against the one before it. */
    record Question(@Nullable Integer from, @Nullable Integer to, @Nullable Show show) {}

    /** Whether unchanged passages are folded. */
    enum Show {
        CHANGES,
        ALL
    }

    /** A text of the measure that can stand on one side: a version, or what was issued, which counts as the last. */
    private record Side(int number, String name, String label, List<ManifestEntry> files) {}

    /** A pair of files, with the comparison of their texts where both have one. */
    private record Compared(FilePair files, @Nullable Comparison comparison) {}

    private final CaseFile caseFile;
    private final Measures measures;
    private final FileStore files;
    private final Texts texts;
    private final Directory directory;
    private final Labels labels;
    private final Moments moments;

    ComparePages(
            CaseFile caseFile,
            Measures measures,
            FileStore files,
            Texts texts,
            Directory directory,
            Labels labels,
            Moments moments) {
        this.caseFile = caseFile;
        this.measures = measures;
        this.files = files;
        this.texts = texts;
        this.directory = directory;
        this.labels = labels;
        this.moments = moments;
    }

    /** Empty where the person may not see the case, or where it has no version of that number. */
    Optional<ComparePage> find(String number, Question question, Actor actor) {
        return caseFile.find(number, actor).flatMap(review -> page(review, question));
    }

    private Optional<ComparePage> page(ReviewCase review, Question question) {
        List<Side> sides = sides(review);
        int last = sides.size();
        int to = question.to() == null ? last : question.to();
        int from = question.from() == null ? Math.max(1, to - 1) : question.from();
        if (Math.min(from, to) < 1 || Math.max(from, to) > last) {
            return Optional.empty();
        }
        Side before = sides.get(from - 1);
        Side after = sides.get(to - 1);
        List<Compared> files = last < 2 ? List.of() : compare(before, after);
        int passages = files.stream()
                .map(Compared::comparison)
                .mapToInt(
                        comparison -> comparison == null ? 0 : comparison.rows().size())
                .sum();
        boolean onlyChanges = question.show() == null ? passages >= LONG : question.show() == Show.CHANGES;
        Layout layout = new Layout(review.number(), onlyChanges);
        List<FileView> views = files.stream().map(layout::file).toList();
        return Optional.of(new ComparePage(
                review.number(),
                measures.get(review.measureId()).facts().title(),
                sides.stream()
                        .map(side -> new VersionChoice(side.number(), side.label()))
                        .toList(),
                from,
                to,
                before.name(),
                after.name(),
                onlyChanges,
                layout.changes,
                summary(files),
                views));
    }

    private List<Side> sides(ReviewCase review) {
        List<Side> sides = new ArrayList<>();
        for (MeasureVersion version : measures.versionsOf(review.measureId())) {
            sides.add(new Side(
                    version.number(),
                    labels.text("page.version", version.number()),
                    labels.text(
                            "compare.version",
                            version.number(),
                            directory.nameOf(version.submittedBy()),
                            moments.minute(version.submittedAt())),
                    version.manifest()));
        }
        review.issue()
                .flatMap(issue -> files.find(issue.fileId()).map(file -> issued(sides.size() + 1, issue, file)))
                .ifPresent(sides::add);
        return sides;
    }

    private Side issued(int number, Issue issue, StoredFile file) {
        return new Side(
                number,
                labels.text("compare.issued"),
                labels.text("compare.issued.of", issue.number()),
                List.of(new ManifestEntry(FileRole.BODY, 1, file.id(), file.name(), file.size(), file.sha256())));
    }

    /** What was issued is the body alone: its attachments and the papers around it have no counterpart. */
    private List<Compared> compare(Side before, Side after) {
        boolean bodyAlone = before.files().size() == 1 || after.files().size() == 1;
        return FilePair.of(files(before, bodyAlone), files(after, bodyAlone)).stream()
                .map(files -> new Compared(files, comparison(files)))
                .toList();
    }

    private static List<ManifestEntry> files(Side side, boolean bodyAlone) {
        return side.files().stream()
                .filter(entry -> !bodyAlone || entry.role() == FileRole.BODY)
                .toList();
    }

    private @Nullable Comparison comparison(FilePair files) {
        if (files.before() == null || files.after() == null || files.isSameFile()) {
            return null;
        }
        List<Passage> before = texts.passages(files.before().sha256());
        List<Passage> after = texts.passages(files.after().sha256());
        return before.isEmpty() || after.isEmpty() ? null : Comparison.of(before, after);
    }

    private String summary(List<Compared> files) {
        Summary total = files.stream()
                .map(Compared::comparison)
                .map(comparison -> comparison == null ? NOTHING : comparison.summary())
                .reduce(NOTHING, Summary::plus);
        String said = Stream.of(
                        counts(total),
                        count("compare.count.fileAdded", count(files, FileState.ADDED)),
                        count("compare.count.fileRemoved", count(files, FileState.REMOVED)),
                        count("compare.count.fileWithoutText", count(files, FileState.WITHOUT_TEXT)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(labels.text("compare.count.and")));
        return said.isEmpty() ? labels.text("compare.summary.none") : labels.text("compare.summary", said);
    }

    private Optional<String> counts(Summary summary) {
        String said = Stream.of(
                        count("compare.count.changed", summary.changed()),
                        count("compare.count.added", summary.added()),
                        count("compare.count.removed", summary.removed()),
                        count("compare.count.moved", summary.moved()),
                        count("compare.count.readdressed", summary.readdressed()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(labels.text("compare.count.and")));
        return Optional.of(said).filter(words -> !words.isEmpty());
    }

    private Optional<String> count(String key, int count) {
        return count == 0 ? Optional.empty() : Optional.of(labels.text(key, count));
    }

    private static int count(List<Compared> files, FileState state) {
        return (int) files.stream().filter(file -> state(file) == state).count();
    }

    private static FileState state(Compared compared) {
        if (compared.files().before() == null) {
            return FileState.ADDED;
        }
        if (compared.files().after() == null) {
            return FileState.REMOVED;
        }
        if (compared.files().isSameFile()) {
            return FileState.SAME_FILE;
        }
        Comparison comparison = compared.comparison();
        if (comparison == null) {
            return FileState.WITHOUT_TEXT;
        }
        return comparison.isSameText() ? FileState.SAME_TEXT : FileState.CHANGED;
    }

    /** Folds rows and counts the places of change while the files are laid out one after the other. */
    private final class Layout {

        private final String number;
        private final boolean onlyChanges;
        private int changes;

        Layout(String number, boolean onlyChanges) {
            this.number = number;
            this.onlyChanges = onlyChanges;
        }

        FileView file(Compared compared) {
            FilePair files = compared.files();
            ManifestEntry known = files.after() == null ? files.before() : files.after();
            Comparison comparison = compared.comparison();
            return new FileView(
                    labels.of("measure.file", known.role()),
                    state(compared),
                    link(files.before()),
                    link(files.after()),
                    comparison == null ? "" : counts(comparison.summary()).orElse(""),
                    comparison == null ? List.of() : parts(comparison.rows()));
        }

        private @Nullable FileLink link(@Nullable ManifestEntry entry) {
            return entry == null ? null : new FileLink(entry.fileName(), CaseFilesAddress.of(number, entry.fileId()));
        }

        private List<Part> parts(List<Row> rows) {
            List<Part> parts = new ArrayList<>();
            int from = 0;
            while (from < rows.size()) {
                boolean same = rows.get(from).isSame();
                int to = from;
                while (to < rows.size() && rows.get(to).isSame() == same) {
                    to++;
                }
                List<Row> run = rows.subList(from, to);
                changes += same ? 0 : 1;
                List<RowView> views = new ArrayList<>();
                for (int i = 0; i < run.size(); i++) {
                    views.add(row(run.get(i), same || i > 0 ? 0 : changes));
                }
                parts.add(new Part(
                        same && onlyChanges && run.size() >= FEWEST_FOLDED,
                        (int) run.stream().filter(Row::isReaddressed).count(),
                        views));
                from = to;
            }
            return parts;
        }

        private RowView row(Row row, int change) {
            return new RowView(
                    row.kind().name().toLowerCase(Locale.ROOT),
                    label(row),
                    change,
                    row.beforeAddress(),
                    row.afterAddress(),
                    row.isReaddressed(),
                    row.beforeRuns(),
                    row.afterRuns());
        }

        private @Nullable String label(Row row) {
            Passage elsewhere = row.elsewhere();
            return switch (row.kind()) {
                case SAME -> row.isReaddressed() ? labels.text("compare.row.readdressed") : null;
                case CHANGED -> labels.text("compare.row.changed");
                case ADDED ->
                    elsewhere == null
                            ? labels.text("compare.row.added")
                            : labels.text("compare.row.movedFrom", elsewhere.address());
                case REMOVED ->
                    elsewhere == null
                            ? labels.text("compare.row.removed")
                            : labels.text("compare.row.movedTo", elsewhere.address());
            };
        }
    }
}
