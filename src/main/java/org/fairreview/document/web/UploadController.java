package org.fairreview.document.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Uploader;
import org.fairreview.document.Uploads;
import org.fairreview.document.Uploads.Upload;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/** Takes one file at a time for the person who brings it, and says in one sentence why it does not. */
@RestController
class UploadController {

    /** A staged file, and what to know about its text. */
    record Staged(String id, String name, long size, List<String> warnings) {}

    /** Why a file is not taken. */
    record Refused(String message) {}

    private final Uploads uploads;
    private final CurrentActor currentActor;
    private final Units units;
    private final MessageSource messages;

    UploadController(Uploads uploads, CurrentActor currentActor, Units units, MessageSource messages) {
        this.uploads = uploads;
        this.currentActor = currentActor;
        this.units = units;
        this.messages = messages;
    }

    /**
     * Stages a file.
     *
     * @param scan whether a scan is welcome: a file that is filed, not reviewed
     */
    @PostMapping("/uploads")
    ResponseEntity<Object> upload(@RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean scan)
            throws IOException {
        Uploader uploader = uploader(currentActor.get());
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        byte[] bytes = file.getBytes();
        Upload upload = scan ? uploads.takeEither(name, bytes, uploader) : uploads.takeText(name, bytes, uploader);
        if (upload instanceof Upload.Refused refused) {
            return refused(text(refused.reason()));
        }
        Upload.Taken taken = (Upload.Taken) upload;
        StoredFile staged = taken.file();
        return ResponseEntity.ok(new Staged(
                staged.id(),
                staged.name(),
                staged.size(),
                taken.notices().stream().map(this::text).toList()));
    }

    /** What is far beyond the limit is refused before it is read. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<Object> tooLarge() {
        return refused(messages.getMessage("upload.tooLarge", null, Locale.SIMPLIFIED_CHINESE));
    }

    /** What came is no file, or only a piece of one. */
    @ExceptionHandler(MultipartException.class)
    ResponseEntity<Object> broken() {
        return refused(messages.getMessage("upload.broken", null, Locale.SIMPLIFIED_CHINESE));
    }

    private static ResponseEntity<Object> refused(String message) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY).body(new Refused(message));
    }

    private String text(MessageSourceResolvable message) {
        return messages.getMessage(message, Locale.SIMPLIFIED_CHINESE);
    }

    private Uploader uploader(Actor actor) {
        String unitId = actor.posts().isEmpty() ? "" : actor.posts().get(0).unitId();
        return new Uploader(
                actor.userId(), unitId, units.find(unitId).map(Unit::regionId).orElse(""));
    }
}
