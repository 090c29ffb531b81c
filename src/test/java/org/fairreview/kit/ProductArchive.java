package org.fairreview.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The product's classes in one archive, as an office gets them; a JVM starts from it sooner than from a folder. */
final class ProductArchive {

    private ProductArchive() {}

    /** Packs a folder of classes, with an entry for each of its folders: what scans for components asks for them. */
    static Path of(Path classes) {
        try {
            Path archive = Files.createTempFile("product", ".jar");
            archive.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(archive);
                    ZipOutputStream zip = new ZipOutputStream(out);
                    Stream<Path> walk = Files.walk(classes)) {
                zip.setLevel(Deflater.NO_COMPRESSION);
                List<Path> contents =
                        walk.filter(path -> !path.equals(classes)).sorted().toList();
                for (Path path : contents) {
                    String name = classes.relativize(path).toString().replace('\\', '/');
                    zip.putNextEntry(new ZipEntry(Files.isDirectory(path) ? name + "/" : name));
                    if (Files.isRegularFile(path)) {
                        Files.copy(path, zip);
                    }
                    zip.closeEntry();
                }
            }
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
