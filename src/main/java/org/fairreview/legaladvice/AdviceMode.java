package org.fairreview.legaladvice;

/** When an office wants an adviser to be asked before a conclusion (office value {@code advice.mandatory}). */
enum AdviceMode {
    NEVER,
    EXCEPTION,
    FINDINGS_OR_EXCEPTION,
    LEGISLATION,
    ALWAYS
}
