package org.fairreview.procedure;

import java.time.LocalDate;

/** With whom a document was filed (备案), and under which number it was received. */
public record DocumentFiling(String filedWith, LocalDate filedOn, String receiptNumber) {}
