package org.fairreview.supervision.lead;

import org.fairreview.cleanup.LedgerKeys;
import org.jspecify.annotations.Nullable;

/**
 * By what two findings are told to be about the same measure: its 文号, else its title together with its issuer, else its
 * text. Two that bear different numbers are two measures, whatever their titles.
 */
record MeasureKeys(String number, String title, String issuer, @Nullable String fingerprint) {

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_NAME = 200;

    static MeasureKeys of(LeadFound found) {
        return new MeasureKeys(
                cut(LedgerKeys.number(found.documentNumber()), LONGEST_NAME),
                cut(LedgerKeys.title(found.title()), LONGEST_TITLE),
                cut(LedgerKeys.title(found.issuer()), LONGEST_NAME),
                found.textFingerprint());
    }

    boolean areThoseOf(MeasureKeys other) {
        if (fingerprint != null && fingerprint.equals(other.fingerprint)) {
            return true;
        }
        if (!number.isEmpty() && !other.number.isEmpty()) {
            return number.equals(other.number);
        }
        return !title.isEmpty() && title.equals(other.title) && issuer.equals(other.issuer);
    }

    /** Some characters become several where texts are compared. */
    private static String cut(String key, int longest) {
        return key.length() > longest ? key.substring(0, longest) : key;
    }
}
