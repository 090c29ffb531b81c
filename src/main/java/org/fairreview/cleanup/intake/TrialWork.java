package org.fairreview.cleanup.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fairreview.cleanup.intake.ImportLine.State;
import org.fairreview.cleanup.intake.ImportLines.LeftOver;
import org.fairreview.cleanup.work.Job;
import org.fairreview.cleanup.work.Work;
import org.fairreview.document.NotTaken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The dry run (试导入): reads the spreadsheet, then line by line the texts and the register. */
@Component
class TrialWork implements Work {

    static final String KIND = "IMPORT_TRIAL";

    private static final int PORTION = 50;
    private static final int LINES_AT_ONCE = 500;
    private static final int LONGEST_NAME = 1_000;

    private final LedgerImportRows imports;
    private final ImportLines lines;
    private final SheetReader sheets;
    private final Staging staging;
    private final Frames frames;
    private final LineCheck check;
    private final ApplicationEventPublisher events;

    /** The archive of the import that is being looked at; opened once, for it may hold thousands of files. */
    private @Nullable Archive open;

    private @Nullable String openFor;

    TrialWork(
            LedgerImportRows imports,
            ImportLines lines,
            SheetReader sheets,
            Staging staging,
            Frames frames,
            LineCheck check,
            ApplicationEventPublisher events) {
        this.imports = imports;
        this.lines = lines;
        this.sheets = sheets;
        this.staging = staging;
        this.frames = frames;
        this.check = check;
        this.events = events;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Portion next(Job job) {
        LedgerImport brought = imports.findById(job.parameter()).orElseThrow();
        if (brought.lines() == 0) {
            return begin(brought, job) ? new Portion(0, 0, false) : Portion.NOTHING_LEFT;
        }
        List<ImportLine> portion = lines.in(brought.id(), List.of(State.READ), 0, PORTION);
        if (portion.isEmpty()) {
            finish(brought);
            return Portion.NOTHING_LEFT;
        }
        Archive archive;
        try {
            archive = archive(brought).orElse(null);
        } catch (NotTaken e) {
            refuse(brought, Problem.of(e));
            return Portion.NOTHING_LEFT;
        }
        List<ImportLine> done = check.check(brought, frames.of(brought), portion, archive);
        lines.update(done);
        int wrong =
                (int) done.stream().filter(line -> line.state == State.WRONG).count();
        return new Portion(done.size(), wrong, false);
    }

    /** Reads the spreadsheet and the list of the archive; says whether both are taken. */
    private boolean begin(LedgerImport brought, Job job) {
        try {
            Path sheet = staging.find(brought.id(), Staging.SHEET).orElseThrow(() -> new NotTaken("intake.sheet.gone"));
            LineRules rules = new LineRules(frames.of(brought));
            List<ImportLine> read = new ArrayList<>();
            int count = sheets.read(sheet, brought.sheet().name(), line -> {
                read.add(rules.read(line));
                if (read.size() == LINES_AT_ONCE) {
                    lines.add(brought.id(), read);
                    read.clear();
                }
            });
            lines.add(brought.id(), read);
            Optional<Archive> archive = archive(brought);
            archive.ifPresent(present -> lines.addLeftOver(brought.id(), leftOver(brought, present)));
            brought.hasLines(count, archive.map(present -> present.all().size()).orElse(0));
            job.expect(count);
            return true;
        } catch (NotTaken e) {
            lines.forget(brought.id());
            refuse(brought, Problem.of(e));
            return false;
        }
    }

    private List<LeftOver> leftOver(LedgerImport brought, Archive archive) {
        Set<Archive.Entry> named = new HashSet<>();
        lines.fileNames(brought.id()).forEach(name -> named.addAll(archive.find(name)));
        return archive.all().stream()
                .filter(entry -> !named.contains(entry))
                .map(entry -> new LeftOver(
                        entry.name()
                                .substring(
                                        0, Math.min(LONGEST_NAME, entry.name().length())),
                        entry.size(),
                        Problem.of(entry.isArchive() ? "intake.file.archive" : "intake.file.notNamed")))
                .toList();
    }

    private void refuse(LedgerImport brought, Problem why) {
        brought.refuse(why);
        close();
        staging.drop(brought.id(), Staging.SHEET);
        staging.drop(brought.id(), Staging.TEXTS);
        events.publishEvent(new IntakeRecorded(
                brought.campaignNumber(),
                "intake.refused",
                Map.of("sheet", brought.sheet().name(), "why", why.key())));
    }

    private void finish(LedgerImport brought) {
        Map<State, Integer> counts = lines.counts(brought.id());
        brought.checked(
                counts.getOrDefault(State.VALID, 0),
                counts.getOrDefault(State.KNOWN, 0),
                counts.getOrDefault(State.WRONG, 0),
                lines.leftOverCount(brought.id()));
        close();
        staging.drop(brought.id(), Staging.SHEET);
        if (lines.isAnyClassified(brought.id())) {
            staging.drop(brought.id(), Staging.TEXTS);
        }
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("sheet", brought.sheet().name());
        said.put("lines", brought.lines());
        said.put("validLines", brought.valid());
        said.put("knownLines", brought.known());
        said.put("wrongLines", brought.wrong());
        events.publishEvent(new IntakeRecorded(brought.campaignNumber(), "intake.checked", said));
    }

    @Override
    public void ended(Job job, Job.State how) {
        close();
    }

    private Optional<Archive> archive(LedgerImport brought) throws NotTaken {
        if (open != null && brought.id().equals(openFor)) {
            return Optional.of(open);
        }
        close();
        if (brought.texts().isEmpty()) {
            return Optional.empty();
        }
        Path texts = staging.find(brought.id(), Staging.TEXTS).orElseThrow(() -> new NotTaken("intake.texts.gone"));
        open = Archive.open(texts);
        openFor = brought.id();
        return Optional.of(open);
    }

    private void close() {
        Archive closing = open;
        open = null;
        openFor = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
