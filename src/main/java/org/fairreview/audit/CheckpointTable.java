package org.fairreview.audit;

import java.security.PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The checkpoints in the database. */
public final class CheckpointTable {

    private static final String COLUMNS =
            "select number, made_at, tree_size, root, previous, signing_key, next_key, signature from audit_checkpoint";

    static final String UNIQUE_VIOLATION = "23505";

    private final Connection database;

    public CheckpointTable(Connection database) {
        this.database = database;
    }

    /** Proves the checkpoints from the first on; the fold ends before the first that does not fit, and says why. */
    public CheckpointFold fold(Map<String, PublicKey> trusted, Consumer<Fault> faults) throws SQLException {
        CheckpointFold fold = new CheckpointFold(trusted);
        Optional<Checkpoint> next = after(0);
        while (next.isPresent()) {
            long number = next.get().number();
            Optional<Fault> fault = fold.accept(next.get(), grownAt(number));
            if (fault.isPresent()) {
                faults.accept(fault.get());
                return fold;
            }
            next = after(number);
        }
        return fold;
    }

    Optional<Checkpoint> newest() throws SQLException {
        return read(COLUMNS + " order by number desc fetch first 1 rows only", 0).stream()
                .findFirst();
    }

    /** The checkpoint after that number, if there is one. */
    public Optional<Checkpoint> after(long number) throws SQLException {
        return read(COLUMNS + " where number > ? order by number fetch first 1 rows only", 1, number).stream()
                .findFirst();
    }

    /** The numbers of all checkpoints, in order. */
    SortedSet<Long> numbers() throws SQLException {
        try (PreparedStatement query = database.prepareStatement("select number from audit_checkpoint")) {
            return numbers(query);
        }
    }

    /** Of which checkpoints the file was written into a folder, there or not. */
    SortedSet<Long> writtenInto(CheckpointFolder folder) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement("select checkpoint from checkpoint_file where folder = ?")) {
            query.setString(1, Digest.of(folder.path().toString()));
            return numbers(query);
        }
    }

    /** Notes that the file of a checkpoint was written into a folder. */
    void written(long number, CheckpointFolder folder) throws SQLException {
        try (PreparedStatement insert =
                database.prepareStatement("insert into checkpoint_file (checkpoint, folder) values (?, ?)")) {
            insert.setLong(1, number);
            insert.setString(2, Digest.of(folder.path().toString()));
            insert.executeUpdate();
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static SortedSet<Long> numbers(PreparedStatement query) throws SQLException {
        SortedSet<Long> numbers = new TreeSet<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }

    /** The chains that had grown before a checkpoint. */
    public List<Leaf> grownAt(long number) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement("select chain, length, head from audit_leaf where checkpoint = ?")) {
            query.setLong(1, number);
            return leaves(query);
        }
    }

    /** How far all chains are now. */
    List<Leaf> heads() throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement("select id, length, head from audit_chain where length > 0")) {
            return leaves(query);
        }
    }

    /** How far each chain was at its last leaf. */
    Map<String, Long> signedLengths() throws SQLException {
        Map<String, Long> lengths = new HashMap<>();
        try (PreparedStatement query =
                        database.prepareStatement("select chain, max(length) from audit_leaf group by chain");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                lengths.put(row.getString(1), row.getLong(2));
            }
        }
        return lengths;
    }

    void add(Checkpoint made, List<Leaf> grown) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(
                "insert into audit_checkpoint (number, made_at, tree_size, root, previous, signing_key, next_key, signature)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, made.number());
            insert.setObject(2, made.at().atOffset(ZoneOffset.UTC));
            insert.setLong(3, made.treeSize());
            insert.setString(4, made.root());
            insert.setString(5, made.previous());
            insert.setString(6, made.key());
            insert.setString(7, made.nextKey());
            insert.setString(8, made.signature());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = database.prepareStatement(
                "insert into audit_leaf (checkpoint, chain, length, head) values (?, ?, ?, ?)")) {
            for (Leaf leaf : grown) {
                insert.setLong(1, made.number());
                insert.setString(2, leaf.chain());
                insert.setLong(3, leaf.length());
                insert.setString(4, leaf.head());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private List<Checkpoint> read(String sql, int parameters, long... values) throws SQLException {
        List<Checkpoint> found = new ArrayList<>();
        try (PreparedStatement query = database.prepareStatement(sql)) {
            for (int place = 0; place < parameters; place++) {
                query.setLong(place + 1, values[place]);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new Checkpoint(
                            row.getLong(1),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getLong(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8)));
                }
            }
        }
        return found;
    }

    private static List<Leaf> leaves(PreparedStatement query) throws SQLException {
        List<Leaf> leaves = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                leaves.add(new Leaf(row.getString(1), row.getLong(2), row.getString(3)));
            }
        }
        return leaves;
    }
}
