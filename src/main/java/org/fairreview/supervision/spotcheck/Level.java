package org.fairreview.supervision.spotcheck;

import org.fairreview.measure.Issuance;

/** At which level a measure was issued (层级). */
public enum Level {
    /** 市级. */
    CITY,
    /** 县级. */
    COUNTY,
    /** 乡镇、街道. */
    TOWNSHIP,
    /** 未注明: in a list that does not say. */
    UNKNOWN;

    static Level of(Issuance issuance, boolean inTopRegion) {
        if (issuance == Issuance.TOWNSHIP) {
            return TOWNSHIP;
        }
        return inTopRegion ? CITY : COUNTY;
    }
}
