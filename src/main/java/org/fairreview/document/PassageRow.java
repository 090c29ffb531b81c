package org.fairreview.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A passage as a row beside its file. */
@Entity
@Table(name = "passage")
@IdClass(PassageRow.Key.class)
class PassageRow {

    @Id
    private String fileSha256;

    @Id
    private int ordinal;

    private String address;

    @Enumerated(EnumType.STRING)
    private PassageKind kind;

    private int startOffset;
    private int endOffset;

    @Column(length = 200_000)
    private String text;

    @SuppressWarnings("NullAway")
    protected PassageRow() {}

    PassageRow(String fileSha256, Passage passage) {
        this.fileSha256 = fileSha256;
        this.ordinal = passage.ordinal();
        this.address = passage.address();
        this.kind = passage.kind();
        this.startOffset = passage.start();
        this.endOffset = passage.end();
        this.text = passage.text();
    }

    Passage passage() {
        return new Passage(ordinal, address, kind, startOffset, endOffset, text);
    }

    /** File and position. */
    record Key(String fileSha256, int ordinal) implements Serializable {}
}
