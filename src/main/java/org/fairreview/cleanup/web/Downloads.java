package org.fairreview.cleanup.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files that are taken away: always to be saved, never shown by the browser. */
final class Downloads {

    private static final String NO_SNIFFING = "X-Content-Type-Options";

    private Downloads() {}

    static ResponseEntity<Resource> of(String name, String mediaType, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .contentLength(bytes.length)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .header(NO_SNIFFING, "nosniff")
                .body(new ByteArrayResource(bytes));
    }

    static ResponseEntity<Resource> of(StoredFile file, FileStore store) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(file.name()))
                .header(NO_SNIFFING, "nosniff")
                .body(new InputStreamResource(store.open(file.sha256())));
    }

    /** What is written into the answer itself, because it may be long. */
    static void head(HttpServletResponse response, String name, String mediaType) {
        response.setContentType(mediaType);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(name));
        response.setHeader(NO_SNIFFING, "nosniff");
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
