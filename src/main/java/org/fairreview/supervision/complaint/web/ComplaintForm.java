package org.fairreview.supervision.complaint.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.fairreview.supervision.complaint.ComplaintDraft;
import org.fairreview.supervision.complaint.Reporter;
import org.fairreview.supervision.complaint.Words;
import org.fairreview.workflow.WrittenText;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it was typed on a page, whatever was typed.
 *
 * @param attachment ids of files that came with the form before
 * @param drop those of them that are not to be filed
 */
record ComplaintForm(
        @Nullable String region,
        @Nullable String realName,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String contact,
        @Nullable String measureTitle,
        @Nullable String measureNumber,
        @Nullable String drafterNamed,
        @Nullable String issued,
        @Nullable String violation,
        @Nullable String elsewhere,
        @Nullable String truthful,
        @Nullable String formKey,
        @Nullable String channel,
        @Nullable String receivedOn,
        @Nullable List<String> attachment,
        @Nullable List<String> drop) {

    private static final String YES = "true";
    private static final String NO = "false";

    static ComplaintForm empty(String region, String formKey, LocalDate today) {
        return new ComplaintForm(
                region,
                null,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                null,
                "",
                "",
                null,
                formKey,
                "",
                today.toString(),
                null,
                null);
    }

    /** The files that came before and are to be filed. */
    List<String> kept() {
        List<String> dropped = Objects.requireNonNullElse(drop, List.of());
        return Objects.requireNonNullElse(attachment, List.<String>of()).stream()
                .filter(id -> !dropped.contains(id))
                .distinct()
                .toList();
    }

    boolean isTruthful() {
        return YES.equals(truthful);
    }

    ComplaintDraft draft(String regionId, @Nullable LocalDate on) {
        return new ComplaintDraft(
                regionId,
                flag(realName),
                new Reporter(plain(name), plain(phone), plain(email), plain(contact)),
                new Words(plain(violation), plain(elsewhere)),
                plain(measureTitle),
                plain(measureNumber),
                plain(drafterNamed),
                flag(issued),
                on);
    }

    /** The day on which it came; null where none was typed. */
    @Nullable
    LocalDate receivedDay() {
        return day(receivedOn);
    }

    static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return LocalDate.parse(plain(typed));
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    static String plain(@Nullable String typed) {
        return typed == null ? "" : WrittenText.seen(typed).strip();
    }

    private static @Nullable Boolean flag(@Nullable String typed) {
        return YES.equals(typed) ? Boolean.TRUE : NO.equals(typed) ? Boolean.FALSE : null;
    }
}
