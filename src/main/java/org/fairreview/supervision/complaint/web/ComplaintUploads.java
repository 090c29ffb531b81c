package org.fairreview.supervision.complaint.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fairreview.supervision.complaint.ComplaintAttachments;
import org.fairreview.supervision.complaint.ComplaintAttachments.Brought;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The files of a form that works without scripts: those that came now join those that came before. */
@Component
class ComplaintUploads {

    /** The ids of what there is now, and why something is not taken. */
    record Joined(List<String> ids, Optional<String> refused) {}

    private final ComplaintAttachments attachments;
    private final ComplaintTexts texts;

    ComplaintUploads(ComplaintAttachments attachments, ComplaintTexts texts) {
        this.attachments = attachments;
        this.texts = texts;
    }

    Joined join(List<String> before, @Nullable List<MultipartFile> now) {
        List<String> ids = new ArrayList<>(
                attachments.brought(before).stream().map(each -> each.id()).toList());
        List<String> refused = new ArrayList<>();
        for (MultipartFile file : now == null ? List.<MultipartFile>of() : now) {
            if (file.isEmpty()) {
                continue;
            }
            if (ids.size() >= ComplaintAttachments.MOST) {
                refused.add(texts.of("complaint.tooManyAttachments", ComplaintAttachments.MOST));
                break;
            }
            take(file, ids, refused);
        }
        return new Joined(List.copyOf(ids), refused.stream().findFirst());
    }

    private void take(MultipartFile file, List<String> ids, List<String> refused) {
        String name = Optional.ofNullable(file.getOriginalFilename())
                .map(ComplaintForm::plain)
                .orElse("");
        Brought brought = attachments.bring(name, bytes(file));
        brought.file().ifPresent(taken -> ids.add(taken.id()));
        brought.refused().ifPresent(why -> refused.add(texts.of("complaint.attachmentRefused", name, texts.of(why))));
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
