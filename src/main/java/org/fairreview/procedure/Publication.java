package org.fairreview.procedure;

import java.time.LocalDate;

/** Where and under which number a document was made public. */
public record Publication(LocalDate publishedOn, String place, String link, String documentNumber) {}
