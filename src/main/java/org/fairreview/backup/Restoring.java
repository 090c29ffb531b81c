package org.fairreview.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Fills an empty data folder from a backup, after every byte of it was checked. */
public final class Restoring {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    private final Path data;

    /** @param data the folder that is filled */
    public Restoring(Path data) {
        this.data = data;
    }

    /**
     * Restores the backup; the database comes last, so that an interrupted restoring cannot be started.
     *
     * @throws BackupRefused where the folder is not empty, or the backup is not whole
     */
    public void from(Path backup) {
        try {
            refuseFolder();
            if (!Files.isRegularFile(backup)) {
                throw new BackupRefused("没有备份文件 %s。 There is no such backup.".formatted(backup));
            }
            try (ZipFile zip = new ZipFile(backup.toFile(), StandardCharsets.UTF_8)) {
                Map<String, String> manifest = checked(zip);
                Durable.createFolders(data);
                for (String name : manifest.keySet()) {
                    if (!name.equals(DatabaseCopy.DATABASE_FILE) && !name.equals(BackupFile.ABOUT)) {
                        extract(zip, name);
                    }
                }
                if (manifest.containsKey(DatabaseCopy.DATABASE_FILE)) {
                    extract(zip, DatabaseCopy.DATABASE_FILE);
                }
            }
        } catch (ZipException e) {
            throw damaged(String.valueOf(backup.getFileName()));
        } catch (IOException e) {
            throw new BackupRefused("恢复没有完成（%s），请清空数据目录后重试。 The restoring failed; empty the data folder and try again."
                    .formatted(e.getMessage()));
        }
    }

    private void refuseFolder() throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        try (var entries = Files.list(data)) {
            if (entries.findAny().isPresent()) {
                throw new BackupRefused("数据目录 %s 不是空的，恢复只能写入空目录。 The data folder is not empty.".formatted(data));
            }
        }
    }

    private Map<String, String> checked(ZipFile zip) throws IOException {
        Map<String, String> manifest = manifest(zip);
        Set<String> present = new HashSet<>();
        for (ZipEntry entry : zip.stream().toList()) {
            if (!entry.isDirectory() && !entry.getName().equals(BackupFile.MANIFEST)) {
                present.add(entry.getName());
            }
        }
        if (!present.equals(manifest.keySet())) {
            throw damaged("清单与内容不一致");
        }
        for (Map.Entry<String, String> line : manifest.entrySet()) {
            refuseName(line.getKey());
            try (DigestInputStream in = Durable.digesting(zip.getInputStream(zip.getEntry(line.getKey())))) {
                in.transferTo(OutputStream.nullOutputStream());
                if (!Durable.hex(in).equals(line.getValue())) {
                    throw damaged(line.getKey());
                }
            } catch (IOException e) {
                throw damaged(line.getKey());
            }
        }
        Properties about = new Properties();
        about.load(new StringReader(text(zip, BackupFile.ABOUT)));
        if (!BackupFile.FORMAT.equals(about.getProperty("format"))) {
            throw new BackupRefused("备份由更新的版本生成，请用同一版本的产品恢复。 The backup was made by a newer version.");
        }
        return manifest;
    }

    private static Map<String, String> manifest(ZipFile zip) throws IOException {
        if (zip.getEntry(BackupFile.MANIFEST) == null) {
            throw damaged(BackupFile.MANIFEST);
        }
        Map<String, String> manifest = new LinkedHashMap<>();
        for (String line : text(zip, BackupFile.MANIFEST).lines().toList()) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw damaged(BackupFile.MANIFEST);
            }
            manifest.put(parts.group(2), parts.group(1));
        }
        if (!manifest.containsKey(BackupFile.ABOUT)) {
            throw damaged(BackupFile.ABOUT);
        }
        return manifest;
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A name that leads out of the folder is not one of ours. */
    private void refuseName(String name) {
        try {
            Path file = data.resolve(name).normalize();
            if (name.contains("\\") || name.contains(":") || !file.startsWith(data) || file.equals(data)) {
                throw damaged(name);
            }
        } catch (InvalidPathException e) {
            throw damaged(name);
        }
    }

    private void extract(ZipFile zip, String name) throws IOException {
        Path file = data.resolve(name);
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Durable.createFolders(file.getParent());
        Durable.create(unfinished);
        try (InputStream in = zip.getInputStream(zip.getEntry(name));
                var out = Files.newOutputStream(unfinished)) {
            in.transferTo(out);
        }
        Durable.sync(unfinished);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        Durable.syncFolder(file.getParent());
    }

    private static BackupRefused damaged(String where) {
        return new BackupRefused(
                "备份文件不完整或者被改动过（%s），没有恢复任何内容。 The backup is damaged; nothing was restored.".formatted(where));
    }
}
