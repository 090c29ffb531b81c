package org.fairreview.document;

public enum PassageKind {
    TEXT
}
