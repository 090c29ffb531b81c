package org.fairreview.document;

public record StoredFile(String id, String name, long size, String sha256, String uploadedBy, String mediaType) {}
