package org.fairreview.procedure;

import java.util.Optional;
import org.fairreview.document.FileStore;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files that people bring to a procedure. */
@Component
class ProcedureFiles {

    private final FileStore files;

    ProcedureFiles(FileStore files) {
        this.files = files;
    }

    /** Refuses at the field where the file is not one that the person staged. */
    Optional<Refusal> missing(String field, @Nullable String fileId, String by) {
        return fileId == null || files.takeStaged(fileId, by).isEmpty()
                ? Optional.of(Refusal.at(field, "procedure.fileMissing"))
                : Optional.empty();
    }

    /** Gives the file to the procedure; never refuses. */
    Optional<Refusal> keep(String number, String fileId, String kind) {
        files.bind(fileId, number, kind);
        return Optional.empty();
    }

    static Optional<Refusal> webLink(String field, String link) {
        return link.isEmpty() || link.matches("https?://\\S+")
                ? Optional.empty()
                : Optional.of(Refusal.at(field, "procedure.linkNotWeb"));
    }
}
