package org.fairreview.legaladvice;

/** What kind of lawyer an adviser is: 社会律师 of a firm, or 公职律师 of a public body. */
public enum AdviserKind {
    SOCIAL,
    PUBLIC
}
