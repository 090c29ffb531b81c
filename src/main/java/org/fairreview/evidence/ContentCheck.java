package org.fairreview.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fairreview.audit.ChainCheck;
import org.fairreview.audit.ChainEntry;
import org.fairreview.audit.Chains;
import org.fairreview.audit.ContentErasure;
import org.fairreview.audit.Digest;
import org.fairreview.audit.Fault;
import org.jspecify.annotations.Nullable;

/** Compares what entries say about documents and models with the documents and models that are there. */
final class ContentCheck implements ChainCheck.Visitor {

    private static final String FILE = "trace.file";
    private static final String DEPLOYED = "trace.deployed";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection database;
    private final KeptFiles files;

    ContentCheck(Connection database, KeptFiles files) {
        this.database = database;
        this.files = files;
    }

    @Override
    public Optional<Fault> visit(ChainEntry entry, @Nullable String details) throws SQLException {
        if (details == null) {
            return Optional.empty();
        }
        try {
            return switch (entry.act()) {
                case FILE -> document(entry, JSON.readTree(details));
                case DEPLOYED -> models(entry, JSON.readTree(details));
                case ContentErasure.CASE_DESTROYED -> destroyed(entry, JSON.readTree(details));
                default -> Optional.empty();
            };
        } catch (IOException e) {
            throw new SQLException("What entry %d of %s names cannot be read".formatted(entry.seq(), entry.chain()), e);
        }
    }

    private Optional<Fault> document(ChainEntry entry, JsonNode details) throws SQLException, IOException {
        String recorded = details.path("sha256").asText();
        String shown = shownDigest(details.path("fileId").asText());
        if (shown == null) {
            return fault(
                    entry, Fault.Kind.DOCUMENT_MISSING, details.path("file").asText());
        }
        if (!shown.equals(recorded)) {
            return fault(
                    entry, Fault.Kind.DOCUMENT_EXCHANGED, details.path("file").asText());
        }
        if (!files.areThere()) {
            return Optional.empty();
        }
        Optional<String> present = files.digestOf(recorded);
        if (present.isEmpty()) {
            return fault(
                    entry, Fault.Kind.DOCUMENT_MISSING, details.path("file").asText());
        }
        return present.get().equals(recorded)
                ? Optional.empty()
                : fault(entry, Fault.Kind.DOCUMENT_CHANGED, details.path("file").asText());
    }

    /** A list under which a case was destroyed was signed by two persons in two roles, neither of whom drafted it. */
    private Optional<Fault> destroyed(ChainEntry entry, JsonNode details) throws SQLException, IOException {
        Set<String> signers = new TreeSet<>();
        Set<String> roles = new TreeSet<>();
        Set<String> drafters = new TreeSet<>();
        try (PreparedStatement query = database.prepareStatement(
                "select act, actor_id, details from audit_entry where chain = ? order by seq")) {
            query.setString(1, Chains.of(details.path("list").asText()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String actor = String.valueOf(row.getString(2));
                    switch (row.getString(1)) {
                        case "destruction.drafted" -> drafters.add(actor);
                        case "destruction.signed" -> {
                            signers.add(actor);
                            roles.add(
                                    JSON.readTree(row.getString(3)).path("role").asText());
                        }
                        default -> {}
                    }
                }
            }
        }
        signers.removeAll(drafters);
        return signers.size() >= 2 && roles.size() >= 2
                ? Optional.empty()
                : Optional.of(Fault.at(entry.chain(), entry.seq(), Fault.Kind.DESTROYED_UNSIGNED));
    }

    private @Nullable String shownDigest(String fileId) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("select sha256 from stored_file where id = ?")) {
            query.setString(1, fileId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private Optional<Fault> models(ChainEntry entry, JsonNode details) throws SQLException {
        Map<String, String> present = new TreeMap<>();
        try (PreparedStatement query =
                database.prepareStatement("select NAME_, BYTES_ from ACT_GE_BYTEARRAY where DEPLOYMENT_ID_ = ?")) {
            query.setString(1, details.path("deployment").asText());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    present.put(row.getString(1), Digest.of(row.getBytes(2)));
                }
            }
        }
        for (Map.Entry<String, JsonNode> model : details.path("models").properties()) {
            String digest = present.get(model.getKey());
            if (digest == null) {
                return fault(entry, Fault.Kind.MODEL_MISSING, model.getKey());
            }
            if (!digest.equals(model.getValue().asText())) {
                return fault(entry, Fault.Kind.MODEL_CHANGED, model.getKey());
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> fault(ChainEntry entry, Fault.Kind kind, String name) {
        return Optional.of(Fault.at(entry.chain(), entry.seq(), kind, name));
    }
}
