package org.fairreview.review.web;

import java.util.List;
import java.util.Optional;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Uploader;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.review.ledger.CheckedLine;
import org.fairreview.review.ledger.PastReviews;
import org.fairreview.review.web.PastWorkbook.Content;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings reviews of earlier years from a file in two steps: a trial that changes nothing, then the valid lines. */
@Component
@Transactional
class PastReviewImports {

    private static final String OWNER = "past-reviews";
    private static final String KIND = "PAST_REVIEWS";

    /** A file that waits, or why it is not taken. */
    record Brought(@Nullable String fileId, @Nullable Refusal refusal) {}

    /** A waiting file and what is in it. */
    record Trial(StoredFile file, List<CheckedLine> lines) {

        public long adding() {
            return lines.stream().filter(CheckedLine::adds).count();
        }

        public long known() {
            return lines.stream().filter(line -> line.isValid() && line.known()).count();
        }

        public List<CheckedLine> wrong() {
            return lines.stream().filter(line -> !line.isValid()).toList();
        }
    }

    private final PastWorkbook workbook;
    private final PastReviews reviews;
    private final FileStore files;
    private final Units units;

    PastReviewImports(PastWorkbook workbook, PastReviews reviews, FileStore files, Units units) {
        this.workbook = workbook;
        this.reviews = reviews;
        this.files = files;
        this.units = units;
    }

    /** Keeps a file until the person enters it; nothing is kept of one that cannot be read. */
    Brought bring(String fileName, byte[] bytes, Actor actor) {
        Content content = workbook.read(fileName, bytes);
        if (content.refusal() != null) {
            return new Brought(null, content.refusal());
        }
        String unitId = actor.unitsAs(Role.CLERK).get(0);
        Uploader uploader = new Uploader(
                actor.userId(), unitId, units.find(unitId).map(Unit::regionId).orElse(""));
        return new Brought(files.store(fileName, bytes, uploader).id(), null);
    }

    /** What would become of the lines of a file that the person brought. */
    @Transactional(readOnly = true)
    Optional<Trial> trial(String fileId, Actor actor) {
        return files.find(fileId)
                .filter(file -> file.isStagedBy(actor.userId()))
                .flatMap(file -> {
                    Content content = workbook.read(file.name(), files.bytes(file.sha256()));
                    return content.refusal() == null
                            ? Optional.of(new Trial(file, reviews.check(content.lines(), actor)))
                            : Optional.empty();
                });
    }

    /** Enters the valid lines; the file stays as their source. */
    Optional<PastReviews.Entered> enter(String fileId, Actor actor) {
        return files.takeStaged(fileId, actor.userId()).flatMap(file -> {
            Content content = workbook.read(file.name(), files.bytes(file.sha256()));
            if (content.refusal() != null) {
                return Optional.empty();
            }
            PastReviews.Entered entered = reviews.enter(content.lines(), actor, file.name(), file.sha256());
            files.bind(fileId, OWNER, KIND);
            return Optional.of(entered);
        });
    }
}
