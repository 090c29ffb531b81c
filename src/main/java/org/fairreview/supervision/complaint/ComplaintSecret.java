package org.fairreview.supervision.complaint;

import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The secret (查询码) with which a reporter sees what became of the complaint: 12 characters of 31, some 59 bits, of which
 * a slow hash alone is kept.
 */
@Component
class ComplaintSecret {

    /** Without letters and digits that look alike. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder hashes;

    /** What is compared with where there is no such complaint, so that it takes as long. */
    private final String nobodys;

    ComplaintSecret(ObjectProvider<PasswordEncoder> hashes) {
        this.hashes = hashes.getIfAvailable(BCryptPasswordEncoder::new);
        this.nobodys = this.hashes.encode(plain(make()));
    }

    String make() {
        StringBuilder made = new StringBuilder();
        for (int at = 0; at < GROUPS * GROUP; at++) {
            if (at > 0 && at % GROUP == 0) {
                made.append('-');
            }
            made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return made.toString();
    }

    String hash(String secret) {
        return hashes.encode(plain(secret));
    }

    boolean fits(String typed, String hash) {
        return hashes.matches(plain(typed), hash);
    }

    boolean fitsNobody(String typed) {
        hashes.matches(plain(typed), nobodys);
        return false;
    }

    private static String plain(String secret) {
        String plain = secret.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return plain.substring(0, Math.min(plain.length(), GROUPS * GROUP));
    }
}
