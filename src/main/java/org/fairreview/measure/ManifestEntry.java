package org.fairreview.measure;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** One file of a version: what it is, and exactly which bytes. */
@Embeddable
public record ManifestEntry(
        @Enumerated(EnumType.STRING) FileRole role,
        int place,
        String fileId,
        String fileName,
        long size,
        String sha256) {

    String canonical() {
        return "%s\t%d\t%s\t%d\t%s\n".formatted(role, place, sha256, size, fileName);
    }
}
