package org.fairreview.evaluation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Uploader;
import org.fairreview.document.Uploads;
import org.fairreview.document.Uploads.Upload;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Unit;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Takes the files that come with a form; what was taken once stays taken when the form is refused. */
@Component
class BroughtFiles {

    /** The staged files, and why others were not taken. */
    record Brought(List<StoredFile> files, List<String> refused) {

        List<String> ids() {
            return files.stream().map(StoredFile::id).toList();
        }
    }

    /** What is no fault in a scan, whose text is not read. */
    private static final Set<String> NO_FAULT_IN_A_SCAN =
            Set.of("document.unreadable.scanned-pdf", "document.unreadable.extension");

    private final Uploads uploads;
    private final FileStore store;
    private final MessageSource messages;

    BroughtFiles(Uploads uploads, FileStore store, MessageSource messages) {
        this.uploads = uploads;
        this.store = store;
        this.messages = messages;
    }

    /**
     * The files of a field.
     *
     * @param before those that came with the form before it was refused
     */
    Brought take(HttpServletRequest request, String field, List<String> before, Actor actor, Unit unit)
            throws IOException {
        List<StoredFile> files = new ArrayList<>(before.stream()
                .flatMap(id -> store.find(id).stream())
                .filter(file -> file.isStagedBy(actor.userId()))
                .toList());
        List<String> refused = new ArrayList<>();
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        List<MultipartFile> brought = multipart == null ? List.of() : multipart.getFiles(field);
        Uploader uploader = new Uploader(actor.userId(), unit.id(), unit.regionId());
        for (MultipartFile each : brought) {
            String name = String.valueOf(each.getOriginalFilename());
            if (name.isEmpty()) {
                continue;
            }
            Upload upload = uploads.takeText(name, each.getBytes(), uploader);
            if (upload instanceof Upload.Refused no
                    && NO_FAULT_IN_A_SCAN.contains(no.reason().messageKey())) {
                upload = uploads.takeScan(name, each.getBytes(), uploader);
            }
            if (upload instanceof Upload.Taken taken) {
                files.add(taken.file());
            } else if (upload instanceof Upload.Refused no) {
                refused.add(name + "：" + messages.getMessage(no.reason(), Locale.SIMPLIFIED_CHINESE));
            }
        }
        return new Brought(List.copyOf(files), refused);
    }
}
