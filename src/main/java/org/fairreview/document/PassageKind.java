package org.fairreview.document;

/** What a passage is in the build of a measure's text. */
public enum PassageKind {
    TITLE,
    CHAPTER,
    ARTICLE,
    PARAGRAPH,
    ITEM,
    TABLE_ROW,
    TEXT
}
