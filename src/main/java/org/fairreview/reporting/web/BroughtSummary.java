package org.fairreview.reporting.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Uploader;
import org.fairreview.document.Uploads;
import org.fairreview.document.Uploads.Upload;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes the one file that comes with a form; what was taken once stays taken when the form is refused. */
@Component
class BroughtSummary {

    /**
     * The staged file, or why it was not taken.
     *
     * @param refused empty where there is nothing against it
     */
    record Brought(@Nullable String fileId, String refused) {

        String idOrEmpty() {
            return Objects.requireNonNullElse(fileId, "");
        }

        /** The errors of the form, with the file's own. */
        Map<String, String> errors(Map<String, String> others, String field) {
            Map<String, String> errors = new LinkedHashMap<>(others);
            if (!refused.isEmpty()) {
                errors.put(field, refused);
            }
            return errors;
        }
    }

    private final Uploads uploads;
    private final FileStore store;
    private final MessageSource messages;

    BroughtSummary(Uploads uploads, FileStore store, MessageSource messages) {
        this.uploads = uploads;
        this.store = store;
        this.messages = messages;
    }

    /** @param before the one that came with the form before it was refused */
    Brought take(@Nullable MultipartFile file, String before, Actor actor, Unit unit) throws IOException {
        String name = file == null ? "" : String.valueOf(file.getOriginalFilename());
        if (file == null || name.isEmpty()) {
            Optional<StoredFile> kept = store.find(before).filter(stored -> stored.isStagedBy(actor.userId()));
            return new Brought(kept.map(StoredFile::id).orElse(null), "");
        }
        Uploader uploader = new Uploader(actor.userId(), unit.id(), unit.regionId());
        Upload upload = uploads.takeEither(name, file.getBytes(), uploader);
        return upload instanceof Upload.Taken taken
                ? new Brought(taken.file().id(), "")
                : new Brought(
                        null,
                        name + "："
                                + messages.getMessage(((Upload.Refused) upload).reason(), Locale.SIMPLIFIED_CHINESE));
    }
}
