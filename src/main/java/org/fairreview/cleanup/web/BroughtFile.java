package org.fairreview.cleanup.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Takes the one file that comes with a form; what was taken once stays taken when the form is refused. */
@Component
class BroughtFile {

    /** What is no fault in a scan, whose text is not read. */
    private static final Set<String> NO_FAULT_IN_A_SCAN =
            Set.of("document.unreadable.scanned-pdf", "document.unreadable.extension");

    /**
     * The staged file, or why it was not taken.
     *
     * @param refused empty where there is nothing against it
     */
    record Brought(String field, @Nullable String fileId, String refused) {

        String idOrEmpty() {
            return Objects.requireNonNullElse(fileId, "");
        }

        /** The errors of the form, with the file's own. */
        Map<String, String> errors(Map<String, String> others) {
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

    BroughtFile(Uploads uploads, FileStore store, MessageSource messages) {
        this.uploads = uploads;
        this.store = store;
        this.messages = messages;
    }

    /**
     * The file of a field.
     *
     * @param before the one that came with the form before it was refused
     */
    Brought take(HttpServletRequest request, String field, @Nullable String before, Actor actor, Unit unit)
            throws IOException {
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        MultipartFile file = multipart == null ? null : multipart.getFile(field);
        String name = file == null ? "" : String.valueOf(file.getOriginalFilename());
        if (file == null || name.isEmpty()) {
            Optional<StoredFile> kept = Optional.ofNullable(before)
                    .filter(id -> !id.isBlank())
                    .flatMap(store::find)
                    .filter(stored -> stored.isStagedBy(actor.userId()));
            return new Brought(field, kept.map(StoredFile::id).orElse(null), "");
        }
        Uploader uploader = new Uploader(actor.userId(), unit.id(), unit.regionId());
        Upload upload = uploads.takeText(name, file.getBytes(), uploader);
        if (upload instanceof Upload.Refused no
                && NO_FAULT_IN_A_SCAN.contains(no.reason().messageKey())) {
            upload = uploads.takeScan(name, file.getBytes(), uploader);
        }
        return upload instanceof Upload.Taken taken
                ? new Brought(field, taken.file().id(), "")
                : new Brought(
                        field,
                        null,
                        name + "："
                                + messages.getMessage(((Upload.Refused) upload).reason(), Locale.SIMPLIFIED_CHINESE));
    }
}
