package org.fairreview.review.web;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.measure.Circulation;
import org.fairreview.measure.DraftersStatement;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureFacts;
import org.fairreview.measure.MeasureKind;
import org.fairreview.review.Submission;
import org.fairreview.review.Submission.SubmittedFile;
import org.jspecify.annotations.Nullable;

/** The form by which a drafting unit submits a measure (Measures 31); files are named by their staged uploads. */
record SubmitForm(
        @NotBlank(message = "{submit.draftingUnit.missing}") String draftingUnit,
        String receivedOn,
        @NotBlank(message = "{submit.title.missing}") @Size(max = 500, message = "{submit.tooLong}") String title,
        @NotNull(message = "{submit.kind.missing}") @Nullable MeasureKind kind,
        @NotNull(message = "{submit.issuance.missing}") @Nullable Issuance issuance,
        @NotBlank(message = "{submit.issuingBody.missing}") @Size(max = 200, message = "{submit.tooLong}")
                String issuingBody,
        @Size(max = 500, message = "{submit.tooLong}") String coDrafters,
        @Size(max = 500, message = "{submit.tooLong}") String industries,
        @Nullable Boolean inScope,
        @Size(max = 4000, message = "{submit.tooLong}") String outOfScope,
        @Nullable Circulation circulation,
        @NotBlank(message = "{submit.legalBasis.missing}") @Size(max = 4000, message = "{submit.tooLong}")
                String legalBasis,
        @NotBlank(message = "{submit.contactName.missing}") @Size(max = 100, message = "{submit.tooLong}")
                String contactName,
        @NotBlank(message = "{submit.contactPhone.missing}") @Size(max = 100, message = "{submit.tooLong}")
                String contactPhone,
        @NotEmpty(message = "{submit.body.missing}") @Size(max = 1, message = "{submit.body.one}") List<String> body,
        List<String> attachments,
        @Size(max = 1, message = "{submit.explanation.one}") List<String> explanation,
        List<String> hearingFiles,
        @Size(max = 1, message = "{submit.firstOpinionFile.one}") List<String> firstOpinionFile,
        @Nullable Boolean heard,
        @Size(max = 20000, message = "{submit.tooLong}") String hearing,
        @Size(max = 20000, message = "{submit.tooLong}") String adoption,
        @Size(max = 4000, message = "{submit.tooLong}") String hearingOtherwise,
        @Size(max = 20000, message = "{submit.tooLong}") String firstOpinion,
        @NotNull(message = "{submit.unclassified.missing}")
                @AssertTrue(message = "{submit.unclassified.missing}")
                @Nullable
                Boolean unclassified) {

    /** Browsers send lines with carriage returns, and nothing at all for what was left out. */
    SubmitForm {
        draftingUnit = text(draftingUnit);
        receivedOn = text(receivedOn);
        title = text(title);
        issuingBody = text(issuingBody);
        coDrafters = text(coDrafters);
        industries = text(industries);
        outOfScope = text(outOfScope);
        legalBasis = text(legalBasis);
        contactName = text(contactName);
        contactPhone = text(contactPhone);
        body = ids(body);
        attachments = ids(attachments);
        explanation = ids(explanation);
        hearingFiles = ids(hearingFiles);
        firstOpinionFile = ids(firstOpinionFile);
        hearing = text(hearing);
        adoption = text(adoption);
        circulation = circulation == null ? Circulation.INTERNAL : circulation;
        hearingOtherwise = text(hearingOtherwise);
        firstOpinion = text(firstOpinion);
    }

    static SubmitForm blank(String draftingUnit, String contactName) {
        return new SubmitForm(
                draftingUnit,
                "",
                "",
                null,
                null,
                "",
                "",
                "",
                true,
                "",
                Circulation.INTERNAL,
                "",
                contactName,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                "",
                "",
                "",
                "",
                null);
    }

    /** Whether the measure concerns the economic activity of operators (Reg. 2), as most do. */
    boolean isInScope() {
        return !Boolean.FALSE.equals(inScope);
    }

    boolean isRestricted() {
        return circulation == Circulation.RESTRICTED;
    }

    /**
     * What is missing, by field: a measure in scope comes with its explanation, what was heard and adopted, and the
     * unit's first opinion (Measures 28, 31); one that is not, with the reason.
     */
    Map<String, String> missing() {
        Map<String, String> missing = new LinkedHashMap<>();
        note(!receivedOn.isEmpty() && received().isEmpty(), "receivedOn", missing);
        if (!isInScope()) {
            note(outOfScope.isBlank(), "outOfScope", missing);
            return missing;
        }
        note(explanation.isEmpty(), "explanation", missing);
        note(heard == null, "heard", missing);
        note(hearing.isBlank(), "hearing", missing);
        note(Boolean.TRUE.equals(heard) && adoption.isBlank(), "adoption", missing);
        note(isRestricted() && Boolean.FALSE.equals(heard) && hearingOtherwise.isBlank(), "hearingOtherwise", missing);
        note(firstOpinion.isBlank(), "firstOpinion", missing);
        return missing;
    }

    private static void note(boolean isMissing, String field, Map<String, String> missing) {
        if (isMissing) {
            missing.put(field, "submit." + field + ".missing");
        }
    }

    /** The submission of a form without errors. */
    Submission submission() {
        List<SubmittedFile> files = new ArrayList<>();
        body.forEach(id -> files.add(new SubmittedFile(FileRole.BODY, id)));
        attachments.forEach(id -> files.add(new SubmittedFile(FileRole.ATTACHMENT, id)));
        explanation.forEach(id -> files.add(new SubmittedFile(FileRole.EXPLANATION, id)));
        hearingFiles.forEach(id -> files.add(new SubmittedFile(FileRole.HEARING, id)));
        firstOpinionFile.forEach(id -> files.add(new SubmittedFile(FileRole.FIRST_OPINION, id)));
        return new Submission(
                draftingUnit,
                new MeasureFacts(
                        title,
                        required(kind),
                        required(issuance),
                        issuingBody,
                        coDrafters,
                        industries,
                        legalBasis,
                        contactName,
                        contactPhone),
                new DraftersStatement(Boolean.TRUE.equals(heard), hearing, adoption, firstOpinion),
                files,
                isInScope() ? null : outOfScope,
                received().orElse(null),
                required(circulation),
                isRestricted() ? hearingOtherwise : "");
    }

    /** The day on which the paper arrived, as far as one was typed. */
    private Optional<LocalDate> received() {
        try {
            return receivedOn.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(receivedOn));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("The form was not validated");
        }
        return value;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    private static List<String> ids(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .flatMap(value -> value == null || value.isBlank() ? Stream.empty() : Stream.of(value))
                        .distinct()
                        .toList();
    }
}
