package org.fairreview.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    private static final String ARCHIVED = "trace.archived";
    private static final String DEPLOYED = "trace.deployed";
    private static final String MODELS = Chains.of("models");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection database;
    private final KeptFiles files;
    private final Set<String> deployments = new HashSet<>();
    private @Nullable Instant firstDeployed;

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
                case ARCHIVED -> course(entry, JSON.readTree(details));
                case ContentErasure.CASE_DESTROYED, ContentErasure.READS_DESTROYED ->
                    destroyed(entry, JSON.readTree(details));
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

    /** The course of a case that was taken out of the engine is the one that was put on record. */
    private Optional<Fault> course(ChainEntry entry, JsonNode details) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement("select course from case_course where case_number = ?")) {
            query.setString(1, entry.subject());
            try (ResultSet row = query.executeQuery()) {
                boolean fits = row.next()
                        && Digest.of(row.getString(1))
                                .equals(details.path("sha256").asText());
                return fits ? Optional.empty() : fault(entry, Fault.Kind.COURSE_CHANGED, entry.subject());
            }
        }
    }

    /** The list under which a case was destroyed names it, and was drafted and signed as it has to be. */
    private Optional<Fault> destroyed(ChainEntry entry, JsonNode details) throws SQLException, IOException {
        SignedList list = new SignedList();
        try (PreparedStatement query = database.prepareStatement(
                "select act, actor_id, details from audit_entry where chain = ? order by seq")) {
            query.setString(1, SignedList.chainOf(details));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String said = row.getString(3);
                    list.accept(row.getString(1), row.getString(2), JSON.readTree(said == null ? "{}" : said));
                }
            }
        }
        return list.allows(SignedList.caseOf(entry.chain()))
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

    @Override
    public Optional<Fault> end(String chain) throws SQLException {
        return chain.equals(MODELS) ? unknownDeployment() : Optional.empty();
    }

    /**
     * A deployment in the engine's tables that the record does not know. Deployments of a product that is older than its
     * chains are on no record: there, those count that came a day after the first recorded one.
     */
    private Optional<Fault> unknownDeployment() throws SQLException {
        boolean older = isOlderThanChains();
        try (PreparedStatement query = database.prepareStatement(
                        "select ID_, NAME_, DEPLOY_TIME_ from ACT_RE_DEPLOYMENT order by ID_");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                boolean early = older
                        && (firstDeployed == null
                                || row.getTimestamp(3).toInstant().isBefore(firstDeployed.plus(Duration.ofDays(1))));
                if (!deployments.contains(row.getString(1)) && !early) {
                    return Optional.of(
                            Fault.at(MODELS, 0, Fault.Kind.MODEL_ADDED, row.getString(2) + " " + row.getString(1)));
                }
            }
            return Optional.empty();
        }
    }

    private boolean isOlderThanChains() throws SQLException {
        try (PreparedStatement query =
                        database.prepareStatement("select 1 from audit_entry where adopted fetch first 1 rows only");
                ResultSet row = query.executeQuery()) {
            return row.next();
        }
    }

    private Optional<Fault> models(ChainEntry entry, JsonNode details) throws SQLException {
        deployments.add(details.path("deployment").asText());
        firstDeployed = firstDeployed == null ? entry.at() : firstDeployed;
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
            String digest = present.remove(model.getKey());
            if (digest == null) {
                return fault(entry, Fault.Kind.MODEL_MISSING, model.getKey());
            }
            if (!digest.equals(model.getValue().asText())) {
                return fault(entry, Fault.Kind.MODEL_CHANGED, model.getKey());
            }
        }
        for (String surplus : present.keySet()) {
            return fault(entry, Fault.Kind.MODEL_ADDED, surplus);
        }
        return Optional.empty();
    }

    private static Optional<Fault> fault(ChainEntry entry, Fault.Kind kind, String name) {
        return Optional.of(Fault.at(entry.chain(), entry.seq(), kind, name));
    }
}
