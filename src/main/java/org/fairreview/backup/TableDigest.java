package org.fairreview.backup;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many rows a table has, and the sum of their SHA-256: the same for the same rows in whatever order. */
record TableDigest(long rows, BigInteger sum) {

    static final TableDigest NONE = new TableDigest(0, BigInteger.ZERO);

    private static final BigInteger RANGE = BigInteger.TWO.pow(256);

    TableDigest plus(List<@Nullable Object> row) {
        MessageDigest sha256 = sha256();
        for (Object value : row) {
            byte[] bytes = written(value).getBytes(StandardCharsets.UTF_8);
            sha256.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            sha256.update(bytes);
        }
        return new TableDigest(
                rows + 1, sum.add(new BigInteger(1, sha256.digest())).mod(RANGE));
    }

    private static String written(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof byte[] bytes) {
            return "bytes " + HexFormat.of().formatHex(sha256().digest(bytes));
        }
        if (value instanceof OffsetDateTime moment) {
            return "moment " + moment.toInstant();
        }
        return value.getClass().getSimpleName() + " " + value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
