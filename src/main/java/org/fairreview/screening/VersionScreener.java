package org.fairreview.screening;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairreview.document.FileStore;
import org.fairreview.document.Intake;
import org.fairreview.document.Passage;
import org.fairreview.document.Reading;
import org.fairreview.document.Texts;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Screens the reviewed files of a version, outside of any transaction, and says what of them has no text. */
@Component
class VersionScreener {

    private static final Logger LOG = LoggerFactory.getLogger(VersionScreener.class);

    /** What a reader says of text that is not there, or is not what stands in the file. */
    private static final Set<String> MISSING = Set.of(
            "document.warning.silent-pages",
            "document.warning.embedded-files",
            "document.warning.damaged",
            "document.warning.damaged-more");

    private static final int LONGEST_NOTICE = 4_000;
    private static final long BETWEEN_PROGRESS = Duration.ofSeconds(1).toNanos();

    /** Another worker has the run. */
    private static final class Lost extends RuntimeException {
        Lost() {
            super(null, null, false, false);
        }
    }

    private final ScreeningQueue queue;
    private final RulesInForce rules;
    private final Measures measures;
    private final Texts texts;
    private final FileStore files;
    private final Intake intake;
    private final MessageSource messages;

    VersionScreener(
            ScreeningQueue queue,
            RulesInForce rules,
            Measures measures,
            Texts texts,
            FileStore files,
            Intake intake,
            MessageSource messages) {
        this.queue = queue;
        this.rules = rules;
        this.measures = measures;
        this.texts = texts;
        this.files = files;
        this.intake = intake;
        this.messages = messages;
    }

    /** Does the next screening that is due; false where none is. */
    boolean next() {
        return queue.take()
                .map(run -> {
                    work(run);
                    return true;
                })
                .orElse(false);
    }

    private void work(ScreeningRun run) {
        try {
            screen(run);
        } catch (Lost e) {
            LOG.info("Screening {} went on elsewhere", run.id());
        } catch (RuntimeException e) {
            LOG.error("Screening {} failed", run.id(), e);
            queue.fail(run.id());
        }
    }

    private void screen(ScreeningRun run) {
        Screening screening = rules.current();
        TextScreener screener = new TextScreener(screening, TextScreener.LONGEST);
        List<ManifestEntry> entries = measures.version(run.versionId()).reviewedFiles();
        Map<ManifestEntry, List<Passage>> passages = new LinkedHashMap<>();
        entries.forEach(entry -> passages.put(entry, texts.passages(entry.sha256())));
        Steps steps = new Steps(
                run.id(), passages.values().stream().mapToInt(List::size).sum());
        HitKeys keys = new HitKeys();
        List<ScreenedFile> screened = new ArrayList<>();
        List<FoundHit> found = new ArrayList<>();
        passages.forEach((entry, own) -> {
            TextScreener.Outcome outcome = screener.screen(own, steps::at);
            steps.add(own.size());
            found.addAll(kept(run, entry, own, outcome.hits(), keys));
            screened.add(new ScreenedFile(entry.sha256(), entry.fileName(), outcome.problem(), notice(entry)));
        });
        queue.finish(run.id(), screening.ruleVersion(), screened, found);
    }

    private static List<FoundHit> kept(
            ScreeningRun run, ManifestEntry entry, List<Passage> passages, List<Hit> hits, HitKeys keys) {
        Map<Integer, Passage> byOrdinal =
                passages.stream().collect(Collectors.toMap(Passage::ordinal, Function.identity()));
        List<String> names = keys.of(passages, hits);
        List<FoundHit> kept = new ArrayList<>();
        for (int place = 0; place < hits.size(); place++) {
            Hit hit = hits.get(place);
            kept.add(new FoundHit(run.id(), names.get(place), entry.sha256(), byOrdinal.get(hit.ordinal()), hit));
        }
        return kept;
    }

    /** The file is read once more for what its reader says about it: that was told to the submitter only. */
    private String notice(ManifestEntry entry) {
        String said;
        try {
            Reading reading = intake.read(entry.fileName(), files.bytes(entry.sha256()));
            said = reading instanceof Reading.Readable readable
                    ? readable.warnings().stream()
                            .filter(warning -> MISSING.contains(warning.messageKey()))
                            .map(warning -> messages.getMessage(warning, Locale.SIMPLIFIED_CHINESE))
                            .collect(Collectors.joining())
                    : messages.getMessage((Reading.Unreadable) reading, Locale.SIMPLIFIED_CHINESE);
        } catch (RuntimeException e) {
            LOG.warn("File {} could not be read again", entry.sha256(), e);
            said = messages.getMessage("screening.notice.unread", null, Locale.SIMPLIFIED_CHINESE);
        }
        return said.length() <= LONGEST_NOTICE ? said : said.substring(0, LONGEST_NOTICE);
    }

    /** Tells the queue how far the work is, at most once a second. */
    private final class Steps {

        private final String runId;
        private final int all;
        private int before;
        private long told;

        Steps(String runId, int all) {
            this.runId = runId;
            this.all = all;
            tell(0);
        }

        void at(int done) {
            if (System.nanoTime() - told > BETWEEN_PROGRESS) {
                tell(before + done);
            }
        }

        void add(int passages) {
            before += passages;
            tell(before);
        }

        private void tell(int done) {
            told = System.nanoTime();
            if (!queue.progress(runId, all, done)) {
                throw new Lost();
            }
        }
    }
}
