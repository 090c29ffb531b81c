package org.fairreview.supervision.complaint.web;

import io.github.bucket4j.Bucket;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often an address may send a form, file a complaint, and try a number with a secret, in an hour (Bucket4j); of IPv6,
 * a network of 64 bits counts as one address.
 *
 * <p>The address is that of the connection, or the one that a trusted proxy forwards
 * ({@code server.forward-headers-strategy}). As many addresses as tell anything apart are remembered.
 */
@Component
class RateLimits {

    private static final int MOST_ADDRESSES = 20_000;
    private static final Duration SPAN = Duration.ofHours(1);
    private static final int NETWORK_BYTES = 8;
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final long sendings;
    private final long filings;
    private final long looks;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    RateLimits(
            @Value("${fairreview.complaint.sendings-per-hour}") long sendings,
            @Value("${fairreview.complaint.filings-per-hour}") long filings,
            @Value("${fairreview.complaint.looks-per-hour}") long looks) {
        this.sendings = sendings;
        this.filings = filings;
        this.looks = looks;
    }

    /** Takes one of the forms that the address may send, taken or not; says whether there was one left. */
    boolean send(String address) {
        return take("send", address, sendings);
    }

    /** Takes one of the filings of the address; says whether there was one left. */
    boolean file(String address) {
        return take("file", address, filings);
    }

    /** Takes one of the tries of the address; says whether there was one left. */
    boolean look(String address) {
        return take("look", address, looks);
    }

    private synchronized boolean take(String what, String address, long most) {
        return buckets.computeIfAbsent(what + " " + network(address), any -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, SPAN))
                        .build())
                .tryConsume(1);
    }

    /** Only what is an address of IPv6 is read as one: nothing that a proxy forwards is looked up as a name. */
    private static String network(String address) {
        if (!IPV6.matcher(address).matches()) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return new BigInteger(1, Arrays.copyOf(bytes, NETWORK_BYTES)).toString(16);
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
