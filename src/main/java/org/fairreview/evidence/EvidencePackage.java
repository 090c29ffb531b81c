package org.fairreview.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fairreview.audit.ChainCheck;
import org.fairreview.audit.Chains;
import org.fairreview.audit.CheckpointFold;
import org.fairreview.audit.CheckpointTable;
import org.fairreview.audit.Fault;
import org.fairreview.audit.PublicKeys;
import org.fairreview.audit.SigningKeys;
import org.fairreview.audit.Verdict;

/**
 * Everything about one case that somebody needs who has neither the product nor its database: entries, personal data that
 * were not erased, documents, the models that the case ran on, the proof, and a report for reading.
 *
 * <p>The caller's connection shows one moment. What does not fit is not exported.
 */
final class EvidencePackage {

    /** What was exported: the entries, and how many of them no checkpoint has signed yet. */
    record Exported(long entries, long unsigned) {}

    private final Connection database;
    private final KeptFiles files;
    private final SigningKeys keys;
    private final Clock clock;

    EvidencePackage(Connection database, KeptFiles files, SigningKeys keys, Clock clock) {
        this.database = database;
        this.files = files;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Writes the package of a case.
     *
     * @throws CommandRefused where there is no such case, no checkpoint yet, or something does not fit
     */
    Exported write(String caseNumber, OutputStream target) throws SQLException, IOException {
        Map<String, PublicKey> known = PublicKeys.in(keys.folder());
        CheckpointFold signed = new CheckpointTable(database).fold(known, EvidencePackage::refuse);
        PublicKey key = signed.newest()
                .map(newest -> known.get(newest.key()))
                .orElseThrow(() -> new CommandRefused(
                        "还没有检查点，请先生成检查点（checkpoint-audit）再导出。 There is no checkpoint yet: make one first."));
        Map<String, List<PackageEntry>> chains = chains(caseNumber, signed);
        List<PackageEntry> entries = chains.get(PackageParts.CASE);
        if (entries.isEmpty()) {
            throw new CommandRefused("没有案件 %s 的记录。 There is no record of that case.".formatted(caseNumber));
        }
        Proof proof = Proof.of(
                signed,
                chains.values().stream()
                        .filter(each -> !each.isEmpty())
                        .map(each -> each.get(0).link().chain())
                        .toList());
        Map<PersonalValue.Place, PersonalValue> personal = personal(chains);
        try (PackageFile zip = new PackageFile(target)) {
            zip.put(PackageParts.REPORT, CaseReport.of(caseNumber, chains, personal, proof));
            for (String part : PackageParts.CHAINS) {
                StringBuilder lines = new StringBuilder();
                for (PackageEntry entry : chains.get(part)) {
                    lines.append(entry.line()).append('\n');
                }
                zip.put(part, lines.toString());
            }
            StringBuilder lines = new StringBuilder();
            personal.values().forEach(value -> lines.append(value.line()).append('\n'));
            zip.put(PackageParts.PERSONAL, lines.toString());
            zip.put(PackageParts.PROOF, proof.text() + "\n");
            zip.put(PackageParts.KEY, PublicKeys.pem(key));
            putDocuments(zip, entries);
            putModels(zip, chains.get(PackageParts.MODELS), entries);
            zip.sign(caseNumber, keys);
        }
        long covered =
                signed.headOf(Chains.of(caseNumber)).map(leaf -> leaf.length()).orElse(0L);
        return new Exported(entries.size(), entries.size() - covered);
    }

    private Map<String, List<PackageEntry>> chains(String caseNumber, CheckpointFold signed) throws SQLException {
        Map<String, List<PackageEntry>> chains = new LinkedHashMap<>();
        chains.put(PackageParts.CASE, entries(Chains.of(caseNumber), signed));
        chains.put(PackageParts.READS, entries(Chains.readsOf(caseNumber), signed));
        chains.put(PackageParts.MODELS, entries(Chains.of("models"), signed));
        Optional<PackageEntry> destroyed = chains.get(PackageParts.CASE).stream()
                .filter(PackageEntry::saysDestroyed)
                .findFirst();
        chains.put(
                PackageParts.LIST,
                destroyed.isPresent()
                        ? entries(SignedList.chainOf(destroyed.get().said()), signed)
                        : List.of());
        return chains;
    }

    private List<PackageEntry> entries(String chain, CheckpointFold signed) throws SQLException {
        List<PackageEntry> entries = new ArrayList<>();
        ContentCheck content = new ContentCheck(database, files);
        Verdict verdict = new ChainCheck(database, clock).check(chain, signed, (entry, details) -> {
            entries.add(PackageEntry.of(entry, details));
            return content.visit(entry, details);
        });
        if (verdict.fault() != null) {
            refuse(verdict.fault());
        }
        return entries;
    }

    private static void refuse(Fault fault) {
        throw new CommandRefused(
                "记录核验未通过，没有导出：%s The record does not fit; nothing was exported.".formatted(fault.sentence()));
    }

    private Map<PersonalValue.Place, PersonalValue> personal(Map<String, List<PackageEntry>> chains)
            throws SQLException {
        Map<PersonalValue.Place, PersonalValue> values = new LinkedHashMap<>();
        Set<String> names = new TreeSet<>();
        chains.values()
                .forEach(entries ->
                        entries.forEach(entry -> names.add(entry.link().chain())));
        for (String chain : names) {
            try (PreparedStatement query = database.prepareStatement(
                    "select seq, name, salt, plain from audit_personal where chain = ? and plain is not null"
                            + " order by seq, name")) {
                query.setString(1, chain);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        PersonalValue value = new PersonalValue(
                                chain, row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
                        values.put(value.place(), value);
                    }
                }
            }
        }
        return values;
    }

    private void putDocuments(PackageFile zip, List<PackageEntry> entries) throws IOException {
        Map<String, String> names = new TreeMap<>();
        for (PackageEntry entry : entries) {
            if (entry.link().act().equals(PackageParts.FILE_KEPT) && !entry.isEmptied()) {
                names.putIfAbsent(
                        entry.said().path("sha256").asText(),
                        entry.said().path("file").asText());
            }
        }
        for (String digest : names.keySet()) {
            try (InputStream bytes = Files.newInputStream(files.file(digest))) {
                zip.put(PackageParts.DOCUMENTS + digest, bytes);
            }
        }
    }

    /** The files of the deployments in which the processes of the case began, as far as their digests are on record. */
    private void putModels(PackageFile zip, List<PackageEntry> deployed, List<PackageEntry> entries)
            throws SQLException, IOException {
        Set<String> used = new TreeSet<>();
        entries.stream()
                .filter(entry -> entry.link().act().equals(PackageParts.STARTED))
                .forEach(entry -> used.add(entry.said().path("deployment").asText()));
        for (PackageEntry entry : deployed) {
            String deployment = entry.said().path("deployment").asText();
            if (used.contains(deployment)) {
                for (Map.Entry<String, JsonNode> model :
                        entry.said().path("models").properties()) {
                    putModel(zip, deployment, model.getKey());
                }
            }
        }
    }

    private void putModel(PackageFile zip, String deployment, String name) throws SQLException, IOException {
        try (PreparedStatement query = database.prepareStatement(
                "select BYTES_ from ACT_GE_BYTEARRAY where DEPLOYMENT_ID_ = ? and NAME_ = ?")) {
            query.setString(1, deployment);
            query.setString(2, name);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    zip.put(
                            PackageParts.MODEL_FILES + deployment + "/" + name,
                            new ByteArrayInputStream(row.getBytes(1)));
                }
            }
        }
    }
}
