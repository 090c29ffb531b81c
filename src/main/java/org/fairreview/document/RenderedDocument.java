package org.fairreview.document;

public record RenderedDocument(byte[] bytes, String sha256, String templateVersion, String mediaType) {}
