package org.fairreview.cleanup.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.LedgerKeys;
import org.fairreview.cleanup.MeasureInForce;
import org.fairreview.cleanup.intake.ImportLine.State;
import org.fairreview.document.BulkTexts;
import org.fairreview.document.ExtractedText;
import org.fairreview.document.Intake;
import org.fairreview.document.Reading;
import org.fairreview.document.Reading.Readable;
import org.fairreview.document.Reading.Unreadable;
import org.fairreview.document.StoredFile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Looks at lines with their texts: among each other, and against the register. Texts of valid lines, and of known measures without one, are kept. */
@Component
class LineCheck {

    private static final long MOST_IN_A_PORTION = 16L << 20;
    private static final long LARGEST = 50L << 20;

    private final ImportLines lines;
    private final KnownMeasures known;
    private final Campaigns campaigns;
    private final Intake intake;
    private final BulkTexts texts;
    private final MessageSource messages;

    LineCheck(
            ImportLines lines,
            KnownMeasures known,
            Campaigns campaigns,
            Intake intake,
            BulkTexts texts,
            MessageSource messages) {
        this.lines = lines;
        this.known = known;
        this.campaigns = campaigns;
        this.intake = intake;
        this.texts = texts;
        this.messages = messages;
    }

    private record Text(String name, byte[] bytes, ExtractedText text) {}

    /** Looks at the lines, or at as many of them as memory holds with their texts; gives back those that it looked at. */
    List<ImportLine> check(
            LedgerImport brought, LineRules.Frame frame, List<ImportLine> portion, @Nullable Archive archive) {
        List<ImportLine> looked = new ArrayList<>();
        Map<ImportLine, Text> read = new HashMap<>();
        long bytes = 0;
        for (ImportLine line : portion) {
            if (bytes > MOST_IN_A_PORTION) {
                break;
            }
            Optional<Text> text = read(line, archive);
            if (text.isPresent()) {
                read.put(line, text.get());
                line.fingerprint = LedgerKeys.text(text.get().text().text());
                bytes += text.get().bytes().length;
            }
            looked.add(line);
        }
        againstEachOther(brought.id(), looked);
        KnownMeasures.Among register =
                known.of(campaigns.get(brought.campaignNumber()).regionId(), looked);
        for (ImportLine line : looked) {
            Optional<MeasureInForce> present = register.find(line);
            present.ifPresent(measure -> objectTo(line, measure, frame));
            line.measureId = present.map(MeasureInForce::measureId).orElse(null);
            if (present.filter(measure -> measure.versionId().isPresent()).isPresent()) {
                read.remove(line);
            }
            line.state = line.isWrong() ? State.WRONG : present.isPresent() ? State.KNOWN : State.VALID;
        }
        keep(looked, read);
        return looked;
    }

    private Optional<Text> read(ImportLine line, @Nullable Archive archive) {
        if (line.fileName == null) {
            return Optional.empty();
        }
        if (archive == null) {
            line.wrong(IntakeColumn.FILE, "intake.file.noArchive");
            return Optional.empty();
        }
        List<Archive.Entry> found = archive.find(line.fileName);
        if (found.size() != 1) {
            line.wrong(
                    IntakeColumn.FILE, found.isEmpty() ? "intake.file.absent" : "intake.file.several", line.fileName);
            return Optional.empty();
        }
        Archive.Entry entry = found.get(0);
        if (entry.isArchive()) {
            line.wrong(IntakeColumn.FILE, "intake.file.archive");
            return Optional.empty();
        }
        try {
            byte[] bytes = archive.read(entry, LARGEST);
            Reading reading = intake.read(entry.bareName(), bytes);
            if (reading instanceof Readable readable) {
                return Optional.of(new Text(entry.bareName(), bytes, readable.text()));
            }
            refuse(line, (Unreadable) reading);
        } catch (Archive.TooLarge e) {
            line.wrong(IntakeColumn.FILE, "intake.file.tooLarge");
        } catch (IOException e) {
            line.wrong(IntakeColumn.FILE, "intake.file.damaged");
        }
        return Optional.empty();
    }

    private void refuse(ImportLine line, Unreadable why) {
        if (why.isClassified()) {
            line.wrong(IntakeColumn.FILE, ImportLines.CLASSIFIED_TEXT);
        } else {
            line.wrong(
                    IntakeColumn.FILE, "intake.file.unreadable", messages.getMessage(why, Locale.SIMPLIFIED_CHINESE));
        }
    }

    /** What stands in an earlier line as well is wrong in the later one. */
    private void againstEachOther(String importId, List<ImportLine> looked) {
        Map<String, Integer> numbers = lines.firstWithNumber(
                importId,
                looked.stream()
                        .map(line -> line.numberKey)
                        .filter(key -> !key.isEmpty())
                        .toList());
        List<String> fingerprints = looked.stream()
                .map(line -> line.fingerprint)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, Integer> prints = new HashMap<>(lines.firstWithText(importId, fingerprints));
        Map<ImportLines.Nameless, Integer> titles = lines.firstNameless(
                importId,
                looked.stream()
                        .filter(line -> line.numberKey.isEmpty())
                        .map(line -> line.title)
                        .toList());
        for (ImportLine line : looked) {
            twice(line, numbers.get(line.numberKey), IntakeColumn.DOCUMENT_NUMBER, "intake.twice.number");
            if (line.fingerprint != null) {
                twice(
                        line,
                        prints.merge(line.fingerprint, line.number, Math::min),
                        IntakeColumn.FILE,
                        "intake.twice.text");
            }
            if (line.numberKey.isEmpty() && !line.title.isEmpty()) {
                twice(
                        line,
                        titles.get(new ImportLines.Nameless(line.title, line.unitId, line.issuedOn)),
                        IntakeColumn.TITLE,
                        "intake.twice.title");
            }
        }
    }

    private static void twice(ImportLine line, @Nullable Integer first, IntakeColumn column, String key) {
        if (first != null && first < line.number) {
            line.wrong(column, key, String.valueOf(first));
        }
    }

    /** Why what stands in the register is not taken into the clean-up; of another unit's measure no more than whose it is. */
    void objectTo(ImportLine line, MeasureInForce measure, LineRules.Frame frame) {
        if (!frame.units().contains(measure.unitId())
                || (frame.ownUnits() != null && !frame.ownUnits().contains(measure.unitId()))) {
            line.wrong(
                    IntakeColumn.UNIT,
                    "intake.known.otherUnit",
                    Optional.ofNullable(frame.unitsById().get(measure.unitId()))
                            .map(unit -> unit.name())
                            .orElse(measure.unitId()));
        } else if (!measure.isInForce()) {
            line.wrong(
                    IntakeColumn.TITLE,
                    "intake.known.notInForce",
                    measure.title(),
                    messages.getMessage("intake.known." + measure.state().name(), null, Locale.SIMPLIFIED_CHINESE));
        }
    }

    private void keep(List<ImportLine> looked, Map<ImportLine, Text> read) {
        List<ImportLine> wanted = looked.stream()
                .filter(line -> line.state != State.WRONG && read.containsKey(line))
                .toList();
        List<StoredFile> kept = texts.keep(wanted.stream()
                .map(read::get)
                .map(text -> new BulkTexts.Fresh(text.name(), text.bytes(), text.text()))
                .toList());
        for (int place = 0; place < wanted.size(); place++) {
            wanted.get(place).fileId = kept.get(place).id();
        }
    }
}
