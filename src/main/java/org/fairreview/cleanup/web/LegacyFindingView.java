package org.fairreview.cleanup.web;

import org.jspecify.annotations.Nullable;

/** A finding as the forms read and write it, with what they show beside it. */
record LegacyFindingView(
        @Nullable Long id,
        String fileSha256,
        String address,
        int startOffset,
        int endOffset,
        String quotation,
        String item,
        @Nullable String subItem,
        String reason,
        String requiredChange,
        @Nullable String legalBasis,
        @Nullable String legalBasisSource,
        @Nullable Boolean specificOperator,
        @Nullable String hit,
        String disposition,
        @Nullable String justification,
        String dispositionNote,
        String standard,
        @Nullable String subStandard,
        @Nullable String legalBasisLabel,
        String dispositionLabel,
        @Nullable String justificationLabel) {}
