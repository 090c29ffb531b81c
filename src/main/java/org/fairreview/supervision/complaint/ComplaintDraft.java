package org.fairreview.supervision.complaint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fairreview.document.ClassificationMark;
import org.fairreview.identity.Objection;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as somebody typed it, and what speaks against taking it.
 *
 * @param realName whether the reporter gives a name; null where nothing was chosen
 * @param issued whether the measure is issued; null where nothing was chosen
 * @param receivedOn the day on which it came; null where none, or none that is a day, was typed
 */
public record ComplaintDraft(
        String regionId,
        @Nullable Boolean realName,
        Reporter reporter,
        Words words,
        String measureTitle,
        String measureNumber,
        String drafterNamed,
        @Nullable Boolean issued,
        @Nullable LocalDate receivedOn) {

    private static final int NAME = 50;
    private static final int CONTACT = 200;
    private static final int TITLE = 200;
    private static final int LONGEST = 10_000;
    private static final int ELSEWHERE = 2_000;

    /** What the reporter should mend, field by field. */
    List<Objection> objections(LocalDate today) {
        List<Objection> found = new ArrayList<>();
        if (realName == null) {
            found.add(Objection.at("realName", "complaint.realNameMissing"));
        } else if (realName) {
            ofReporter(found);
        }
        required(found, "measureTitle", measureTitle, TITLE, "complaint.measureMissing");
        atMost(found, "measureNumber", measureNumber, TITLE);
        required(found, "drafterNamed", drafterNamed, TITLE, "complaint.drafterMissing");
        if (issued == null) {
            found.add(Objection.at("issued", "complaint.issuedMissing"));
        }
        required(found, "violation", words.violation(), LONGEST, "complaint.violationMissing");
        atMost(found, "elsewhere", words.elsewhere(), ELSEWHERE);
        if (receivedOn == null || receivedOn.isAfter(today) || receivedOn.isBefore(today.minusYears(1))) {
            found.add(Objection.at("receivedOn", "complaint.receivedOnWrong"));
        }
        if (Stream.of(measureTitle, measureNumber, drafterNamed, words.violation(), words.elsewhere())
                .anyMatch(ClassificationMark::isIn)) {
            found.add(Objection.at("violation", "complaint.classified"));
        }
        return found;
    }

    private void ofReporter(List<Objection> found) {
        required(found, "name", reporter.name(), NAME, "complaint.nameMissing");
        atMost(found, "phone", reporter.phone(), NAME);
        atMost(found, "email", reporter.email(), CONTACT);
        atMost(found, "contact", reporter.contact(), CONTACT);
        if ((reporter.phone() + reporter.email() + reporter.contact()).isBlank()) {
            found.add(Objection.at("phone", "complaint.contactMissing"));
        }
        if (SealedReporter.isNamedIn(reporter, Stream.of(measureTitle, measureNumber, drafterNamed))) {
            found.add(Objection.at("measureTitle", "complaint.reporterInTitle"));
        }
    }

    private static void required(List<Objection> found, String field, String text, int longest, String missing) {
        if (text.isBlank()) {
            found.add(Objection.at(field, missing));
        } else {
            atMost(found, field, text, longest);
        }
    }

    private static void atMost(List<Objection> found, String field, String text, int longest) {
        if (text.length() > longest) {
            found.add(new Objection(field, "complaint.tooLong", List.of(String.valueOf(longest))));
        }
    }

    Filing filing(Channel channel, String formKey, List<String> attachments, @Nullable String registeredBy) {
        return new Filing(
                regionId,
                channel,
                Boolean.TRUE.equals(realName) ? reporter : null,
                words,
                measureTitle,
                measureNumber,
                drafterNamed,
                Boolean.TRUE.equals(issued),
                Objects.requireNonNull(receivedOn),
                formKey,
                attachments,
                registeredBy);
    }
}
