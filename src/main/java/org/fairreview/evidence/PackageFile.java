package org.fairreview.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fairreview.audit.Digest;
import org.fairreview.audit.SigningKeys;

/** An evidence package while it is written: keeps the digests of what went in, and signs them at the end. */
final class PackageFile implements AutoCloseable {

    private final ZipOutputStream zip;
    private final Map<String, String> digests = new TreeMap<>();

    PackageFile(OutputStream target) {
        this.zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
    }

    void put(String name, String text) throws IOException {
        put(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    void put(String name, InputStream bytes) throws IOException {
        DigestInputStream digesting = new DigestInputStream(bytes, Digest.sha256());
        zip.putNextEntry(new ZipEntry(name));
        digesting.transferTo(zip);
        zip.closeEntry();
        digests.put(name, HexFormat.of().formatHex(digesting.getMessageDigest().digest()));
    }

    void sign(String caseNumber, SigningKeys keys) throws IOException {
        String form = new Manifest(caseNumber, digests, "").canonical();
        put(PackageParts.MANIFEST, new Manifest(caseNumber, digests, keys.sign(form)).text());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
