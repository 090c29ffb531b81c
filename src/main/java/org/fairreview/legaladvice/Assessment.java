package org.fairreview.legaladvice;

/** What an adviser concludes about the whole (总体意见). */
public enum Assessment {
    NO_OBJECTION,
    WITH_CHANGES,
    OBJECTION
}
