package org.fairreview.cleanup.intake;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.intake.LedgerImport.Brought;
import org.fairreview.document.ClassificationMark;
import org.fairreview.identity.Actor;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** Takes a spreadsheet and an archive as they are uploaded: from the wire to disk, never into memory. */
@Component
public class ImportFiles {

    /** A spreadsheet of 10,000 lines is a tenth of this. */
    private static final long LARGEST_SHEET = 30L << 20;

    private static final int LONGEST_NAME = 255;

    /**
     * What is uploaded.
     *
     * @param textsOf the earlier import whose archive is to be used again; absent or empty where none is
     */
    public record Coming(
            String sheetName,
            @Nullable InputStreamSource sheet,
            String textsName,
            @Nullable InputStreamSource texts,
            @Nullable String textsOf) {}

    /** The import, or why it is not taken. */
    public record Taken(@Nullable String importId, @Nullable Refusal refusal) {}

    private final Imports imports;
    private final Staging staging;

    ImportFiles(Imports imports, Staging staging) {
        this.imports = imports;
        this.staging = staging;
    }

    public Taken take(Coming coming, Campaign campaign, Actor actor) throws IOException {
        Optional<Refusal> refusal = refuse(coming, campaign);
        if (refusal.isPresent()) {
            return new Taken(null, refusal.get());
        }
        String id = UUID.randomUUID().toString();
        boolean brought = false;
        try {
            Brought sheet = put(id, Staging.SHEET, coming.sheetName(), coming.sheet());
            if (sheet.size() > LARGEST_SHEET) {
                return new Taken(null, Refusal.at("file", "intake.sheet.tooLarge"));
            }
            imports.bring(id, campaign, sheet, texts(id, coming, campaign, actor), actor);
            brought = true;
            return new Taken(id, null);
        } finally {
            if (!brought) {
                staging.drop(id, Staging.SHEET);
                staging.drop(id, Staging.TEXTS);
            }
        }
    }

    private static Optional<Refusal> refuse(Coming coming, Campaign campaign) {
        if (!campaign.takesMeasures()) {
            return Optional.of(Refusal.of("intake.campaignOver"));
        }
        if (coming.sheetName().isEmpty() || coming.sheet() == null) {
            return Optional.of(Refusal.at("file", "intake.sheet.missing"));
        }
        if (!endsWith(coming.sheetName(), ".xlsx", ".csv", ".txt")) {
            return Optional.of(Refusal.at("file", "intake.sheet.type"));
        }
        if (!coming.textsName().isEmpty() && !endsWith(coming.textsName(), ".zip")) {
            return Optional.of(Refusal.at("texts", "intake.texts.type"));
        }
        return ClassificationMark.isIn(coming.sheetName()) || ClassificationMark.isIn(coming.textsName())
                ? Optional.of(Refusal.at("file", "intake.classifiedName"))
                : Optional.empty();
    }

    private static boolean endsWith(String name, String... endings) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : endings) {
            if (lower.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Brought texts(String id, Coming coming, Campaign campaign, Actor actor) throws IOException {
        if (!coming.textsName().isEmpty()) {
            return put(id, Staging.TEXTS, coming.textsName(), coming.texts());
        }
        if (coming.textsOf() == null || coming.textsOf().isEmpty()) {
            return null;
        }
        Optional<LedgerImport> earlier = imports.find(campaign.number(), coming.textsOf(), actor);
        Optional<Brought> kept = earlier.flatMap(imports::textsOf);
        if (kept.isPresent()) {
            staging.share(earlier.get().id(), id);
        }
        return kept.orElse(null);
    }

    private Brought put(String id, String part, String name, @Nullable InputStreamSource source) throws IOException {
        if (source == null) {
            throw new IllegalStateException("Nothing came with the name %s".formatted(name));
        }
        return staging.put(id, part, shown(name), source.getInputStream());
    }

    private static String shown(String name) {
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}]", "");
        return bare.length() > LONGEST_NAME ? bare.substring(bare.length() - LONGEST_NAME) : bare;
    }
}
