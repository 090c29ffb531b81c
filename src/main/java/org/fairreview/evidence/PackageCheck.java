package org.fairreview.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.fairreview.audit.Digest;
import org.fairreview.audit.EmptiedEntries;
import org.fairreview.audit.Fault;
import org.fairreview.audit.PublicKeys;

/** Verifies an evidence package with nothing but the package and the public key. */
final class PackageCheck {

    /** What was found. */
    record Found(long entries, long unsigned, long erased, Optional<Fault> fault, String checkpoint) {

        static Found broken(Fault fault) {
            return new Found(0, 0, 0, Optional.of(fault), "");
        }
    }

    /** Ends the check at the first thing that does not fit. */
    private static final class Misfit extends RuntimeException {

        private final transient Fault fault;

        Misfit(Fault fault) {
            super(fault.sentence(), null, false, false);
            this.fault = fault;
        }
    }

    private final ZipFile zip;
    private final PublicKey key;
    private long erased;

    private PackageCheck(ZipFile zip, PublicKey key) {
        this.zip = zip;
        this.key = key;
    }

    static Found check(Path file, PublicKey key) {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            return new PackageCheck(zip, key).found();
        } catch (Misfit misfit) {
            return Found.broken(misfit.fault);
        } catch (IOException e) {
            return Found.broken(Fault.at("", 0, Fault.Kind.PACKAGE_UNREADABLE, String.valueOf(e.getMessage())));
        }
    }

    private Found found() throws IOException {
        Proof proof = Proof.read(text(PackageParts.PROOF));
        if (!proof.checkpoint().isSignedBy(key)) {
            throw new Misfit(Fault.ofCheckpoint(proof.checkpoint().number(), Fault.Kind.CHECKPOINT_SIGNATURE));
        }
        Map<PersonalValue.Place, PersonalValue> unused = personal();
        Map<String, List<PackageEntry>> chains = new LinkedHashMap<>();
        long unsigned = 0;
        for (String part : PackageParts.CHAINS) {
            List<PackageEntry> entries = entries(part, unused);
            unsigned += unsigned(entries, proof, part.equals(PackageParts.CASE));
            chains.put(part, entries);
        }
        for (PersonalValue.Place place : unused.keySet()) {
            throw new Misfit(Fault.at(place.chain(), place.seq(), Fault.Kind.ENTRY_PERSONAL));
        }
        checkDestroyed(chains);
        checkDocuments(chains.get(PackageParts.CASE));
        checkModels(chains);
        checkManifest(proof);
        return new Found(
                chains.get(PackageParts.CASE).size(),
                unsigned,
                erased,
                Optional.empty(),
                String.valueOf(proof.checkpoint().number()));
    }

    private Map<PersonalValue.Place, PersonalValue> personal() throws IOException {
        Map<PersonalValue.Place, PersonalValue> values = new LinkedHashMap<>();
        for (String line : text(PackageParts.PERSONAL).lines().toList()) {
            PersonalValue value = PersonalValue.read(line);
            values.put(value.place(), value);
        }
        return values;
    }

    private List<PackageEntry> entries(String part, Map<PersonalValue.Place, PersonalValue> personal)
            throws IOException {
        List<PackageEntry> entries = new ArrayList<>();
        String previous = Digest.NOTHING;
        EmptiedEntries emptied = null;
        for (String line : text(part).lines().toList()) {
            PackageEntry entry = PackageEntry.read(line);
            check(entry, entries.size() + 1L, previous, entries.isEmpty() ? entry : entries.get(0), personal);
            emptied = emptied == null ? new EmptiedEntries(entry.link().chain()) : emptied;
            refuse(emptied.accept(entry.link().seq(), entry.link().act(), entry.details()));
            previous = entry.hash();
            entries.add(entry);
        }
        if (emptied != null) {
            refuse(emptied.end());
        }
        return entries;
    }

    private static void refuse(Optional<Fault> fault) {
        fault.ifPresent(found -> {
            throw new Misfit(found);
        });
    }

    private void check(
            PackageEntry entry,
            long seq,
            String previous,
            PackageEntry first,
            Map<PersonalValue.Place, PersonalValue> personal) {
        String chain = first.link().chain();
        if (entry.link().seq() != seq) {
            throw new Misfit(Fault.at(chain, seq, Fault.Kind.ENTRY_MISSING));
        }
        if (!entry.link().chain().equals(chain) || !entry.link().previous().equals(previous)) {
            throw new Misfit(Fault.at(chain, seq, Fault.Kind.ENTRY_ORDER));
        }
        if (entry.details() != null
                && !Digest.of(entry.details()).equals(entry.link().payload())) {
            throw new Misfit(Fault.at(chain, seq, Fault.Kind.ENTRY_DETAILS));
        }
        if (!entry.link().hash().equals(entry.hash())) {
            throw new Misfit(Fault.at(chain, seq, Fault.Kind.ENTRY_FIELDS));
        }
        entry.link().personal().forEach((name, digest) -> {
            PersonalValue value = personal.remove(new PersonalValue.Place(chain, seq, name));
            if (value == null) {
                erased++;
            } else if (!value.digest().equals(digest)) {
                throw new Misfit(Fault.at(chain, seq, Fault.Kind.ENTRY_PERSONAL));
            }
        });
    }

    /** How many entries the checkpoint does not cover; those that it covers must be the ones that it signed. */
    private static long unsigned(List<PackageEntry> entries, Proof proof, boolean mustBeSigned) {
        if (entries.isEmpty()) {
            return 0;
        }
        String chain = entries.get(0).link().chain();
        Optional<Proof.Inclusion> inclusion = proof.inclusions().stream()
                .filter(each -> each.leaf().chain().equals(chain))
                .findFirst();
        if (inclusion.isEmpty()) {
            if (mustBeSigned) {
                throw new Misfit(Fault.at(
                        chain,
                        1,
                        Fault.Kind.CHAIN_NOT_AS_SIGNED,
                        String.valueOf(proof.checkpoint().number())));
            }
            return entries.size();
        }
        String checkpoint = String.valueOf(proof.checkpoint().number());
        long length = inclusion.get().leaf().length();
        if (length < 1 || length > entries.size()) {
            throw new Misfit(Fault.at(
                    chain,
                    entries.size() + 1L,
                    Fault.Kind.CHAIN_SHORTER_THAN_SIGNED,
                    checkpoint,
                    String.valueOf(length),
                    String.valueOf(entries.size())));
        }
        if (!entries.get((int) length - 1).hash().equals(inclusion.get().leaf().head())) {
            throw new Misfit(Fault.at(chain, length, Fault.Kind.CHAIN_NOT_AS_SIGNED, checkpoint));
        }
        if (!inclusion.get().leadsTo(proof.checkpoint())) {
            throw new Misfit(Fault.ofCheckpoint(proof.checkpoint().number(), Fault.Kind.CHECKPOINT_TREE));
        }
        return entries.size() - length;
    }

    /** No file is another than when the package was made, none is missing, none was added. */
    private void checkManifest(Proof proof) throws IOException {
        Manifest manifest = Manifest.read(text(PackageParts.MANIFEST));
        String announced = proof.checkpoint().nextKey();
        boolean signed = PublicKeys.hasSigned(key, manifest.canonical(), manifest.signature())
                || (announced != null
                        && PublicKeys.hasSigned(
                                PublicKeys.ofBase64(announced), manifest.canonical(), manifest.signature()));
        if (!signed) {
            throw misfit(PackageParts.MANIFEST);
        }
        Set<String> present = new TreeSet<>();
        for (ZipEntry each : zip.stream().toList()) {
            if (!present.add(each.getName())) {
                throw misfit(each.getName());
            }
        }
        for (Map.Entry<String, String> file : manifest.files().entrySet()) {
            ZipEntry found = zip.getEntry(file.getKey());
            if (found == null || !digestOf(found).equals(file.getValue())) {
                throw misfit(file.getKey());
            }
            present.remove(file.getKey());
        }
        present.remove(PackageParts.MANIFEST);
        for (String surplus : present) {
            throw misfit(surplus);
        }
    }

    private String digestOf(ZipEntry file) throws IOException {
        try (InputStream in = zip.getInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, Digest.sha256())) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        }
    }

    /** What was destroyed, was so under the list that is in the package, which allows it. */
    private static void checkDestroyed(Map<String, List<PackageEntry>> chains) {
        List<PackageEntry> entries = chains.get(PackageParts.LIST);
        SignedList list = new SignedList();
        entries.forEach(entry -> list.accept(entry.link().act(), entry.link().actor(), entry.said()));
        for (String part : List.of(PackageParts.CASE, PackageParts.READS)) {
            for (PackageEntry entry : chains.get(part)) {
                if (entry.saysDestroyed()
                        && (entries.isEmpty()
                                || !entries.get(0).link().chain().equals(SignedList.chainOf(entry.said()))
                                || !list.allows(SignedList.caseOf(entry.link().chain())))) {
                    throw new Misfit(Fault.at(entry.link().chain(), entry.link().seq(), Fault.Kind.DESTROYED_UNSIGNED));
                }
            }
        }
    }

    private void checkDocuments(List<PackageEntry> entries) throws IOException {
        for (PackageEntry entry : entries) {
            if (entry.link().act().equals(PackageParts.FILE_KEPT) && !entry.isEmptied()) {
                String digest = entry.said().path("sha256").asText();
                checkBytes(
                        entry,
                        PackageParts.DOCUMENTS + digest,
                        digest,
                        entry.said().path("file").asText(),
                        Fault.Kind.DOCUMENT_MISSING,
                        Fault.Kind.DOCUMENT_CHANGED);
            }
        }
    }

    private void checkModels(Map<String, List<PackageEntry>> chains) throws IOException {
        Map<String, PackageEntry> deployments = new TreeMap<>();
        chains.get(PackageParts.MODELS).stream()
                .filter(entry -> entry.link().act().equals(PackageParts.DEPLOYED))
                .forEach(
                        entry -> deployments.put(entry.said().path("deployment").asText(), entry));
        Set<String> used = new TreeSet<>();
        chains.get(PackageParts.CASE).stream()
                .filter(entry -> entry.link().act().equals(PackageParts.STARTED) && !entry.isEmptied())
                .forEach(entry -> used.add(entry.said().path("deployment").asText()));
        used.retainAll(deployments.keySet());
        for (String deployment : used) {
            PackageEntry entry = deployments.get(deployment);
            for (Map.Entry<String, JsonNode> model : entry.said().path("models").properties()) {
                checkBytes(
                        entry,
                        PackageParts.MODEL_FILES + deployment + "/" + model.getKey(),
                        model.getValue().asText(),
                        model.getKey(),
                        Fault.Kind.MODEL_MISSING,
                        Fault.Kind.MODEL_CHANGED);
            }
        }
    }

    private void checkBytes(
            PackageEntry entry, String name, String digest, String shown, Fault.Kind missing, Fault.Kind changed)
            throws IOException {
        ZipEntry file = zip.getEntry(name);
        if (file == null) {
            throw new Misfit(Fault.at(entry.link().chain(), entry.link().seq(), missing, shown));
        }
        if (!digestOf(file).equals(digest)) {
            throw new Misfit(Fault.at(entry.link().chain(), entry.link().seq(), changed, shown));
        }
    }

    private String text(String name) throws IOException {
        ZipEntry file = zip.getEntry(name);
        if (file == null) {
            throw misfit(name);
        }
        try (InputStream in = zip.getInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Misfit misfit(String name) {
        return new Misfit(Fault.at("", 0, Fault.Kind.PACKAGE_FILE, name));
    }
}
