package org.fairreview.reminder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * What is written in a letter. Texts that do not apply are empty, never absent.
 *
 * @param title after 关于, without the name of the kind
 * @param statement the ground that its kind asks for
 * @param appointment when and where the interview is
 */
@Embeddable
public record LetterText(
        @Column(name = "title") String title,
        @Column(name = "facts") String facts,
        @Column(name = "ground_statement") String statement,
        @Enumerated(EnumType.STRING) @Column(name = "discipline_case") @Nullable DisciplineCase disciplineCase,
        @Column(name = "appointment") String appointment,
        @Column(name = "request") String request,
        @Column(name = "contact") String contact,
        @Column(name = "copy_to") String copyTo,
        @Column(name = "attachments") String attachments) {}
