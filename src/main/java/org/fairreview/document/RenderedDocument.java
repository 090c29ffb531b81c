package org.fairreview.document;

/**
 * A document rendered from a template: its bytes with their digest, and the digest of the template it came from.
 *
 * @param sha256 lower-case hexadecimal digest of {@code bytes}
 * @param templateVersion lower-case hexadecimal digest of the template file that was used
 */
public record RenderedDocument(byte[] bytes, String sha256, String templateVersion, String mediaType) {}
