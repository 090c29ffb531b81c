package org.fairreview.review.activity;

import org.fairreview.audit.RecordedAct;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor asks the record for.
 *
 * @param person an account
 * @param unit the name of a unit
 */
public record ActivityQuery(Period period, @Nullable String person, @Nullable String unit, Kind kind) {

    /** What kind of acts. */
    public enum Kind {
        /** All that changed something; no login, no refusal. */
        DONE,
        /** Reading, printing, downloading and exporting. */
        READ,
        /** Accounts, posts, units, the break-glass account, backups. */
        ADMINISTRATION,
        ALL;

        boolean fits(RecordedAct act) {
            return switch (this) {
                case ALL -> true;
                case READ -> act.isRead() || act.act().equals("ledger.exported");
                case DONE -> act.isDeed();
                case ADMINISTRATION -> isAdministration(act);
            };
        }

        private static boolean isAdministration(RecordedAct act) {
            return act.act().startsWith("account.")
                    || act.act().startsWith("unit.")
                    || act.act().startsWith("sealed.")
                    || act.act().startsWith("backup.");
        }
    }
}
