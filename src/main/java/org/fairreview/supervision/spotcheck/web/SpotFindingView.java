package org.fairreview.supervision.spotcheck.web;

import org.jspecify.annotations.Nullable;

/** A finding of an inspector, as a form or page shows it. */
public record SpotFindingView(
        long id,
        String inspector,
        String fileSha256,
        String address,
        int startOffset,
        int endOffset,
        String quotation,
        String item,
        @Nullable String subItem,
        String reason,
        String requiredChange,
        @Nullable String legalBasisLabel,
        @Nullable String legalBasisSource,
        @Nullable Boolean specificOperator,
        String standard,
        @Nullable String subStandard,
        boolean standing,
        boolean settled) {}
