package org.fairreview.document;

public record Passage(int ordinal, String address, PassageKind kind, int start, int end, String text) {}
