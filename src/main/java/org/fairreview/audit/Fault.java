package org.fairreview.audit;

import java.util.List;
import java.util.Locale;

/**
 * The first thing that does not fit.
 *
 * @param chain the chain; empty where it is about a checkpoint
 * @param seq the entry, from 1, or the number of the checkpoint; 0 where it is about no single one
 * @param values what the sentence says besides
 */
public record Fault(Kind kind, String chain, long seq, List<String> values) {

    /** What is wrong. */
    public enum Kind {
        /** An entry is not there. */
        ENTRY_MISSING,
        /** An entry stands where none belongs. */
        ENTRY_SURPLUS,
        /** The entry does not follow the one before it. */
        ENTRY_ORDER,
        /** The details are not those that were recorded. */
        ENTRY_DETAILS,
        /** Person, time, act, or another field is not what was recorded. */
        ENTRY_FIELDS,
        /** Name, unit or an erasable text is not what was recorded. */
        ENTRY_PERSONAL,
        /** The details are gone, and no entry says that they were destroyed. */
        ENTRY_EMPTIED,
        /** An entry says that details were destroyed, and they are there, or not so many are gone. */
        ENTRY_NOT_EMPTIED,
        /** A case was destroyed without a list that two others have signed. */
        DESTROYED_UNSIGNED,
        /** The chain does not end where its head says. */
        CHAIN_END,
        /** The chain has no head. */
        CHAIN_HEAD_MISSING,
        /** The entry is not the one that a checkpoint has signed. */
        CHAIN_NOT_AS_SIGNED,
        /** The chain is shorter than a checkpoint has signed. */
        CHAIN_SHORTER_THAN_SIGNED,
        /** A checkpoint is not there. */
        CHECKPOINT_MISSING,
        /** A checkpoint does not follow the one before it. */
        CHECKPOINT_ORDER,
        /** A checkpoint is signed with a key that was never announced. */
        CHECKPOINT_KEY,
        /** A checkpoint is not what was signed. */
        CHECKPOINT_SIGNATURE,
        /** The heads of a checkpoint do not give its root. */
        CHECKPOINT_TREE,
        /** Checkpoint in database and folder differ. */
        CHECKPOINT_DIFFERS,
        /** The folder has newer checkpoints than the database. */
        DATABASE_OLDER,
        /** A file of the folder is no checkpoint. */
        FILE_UNREADABLE,
        /** The folder has no checkpoints. */
        FOLDER_EMPTY,
        /** The bytes of a document are gone. */
        DOCUMENT_MISSING,
        /** The bytes of a document are not those that were recorded. */
        DOCUMENT_CHANGED,
        /** The case shows another file than was recorded. */
        DOCUMENT_EXCHANGED,
        /** A model is gone. */
        MODEL_MISSING,
        /** A model is not the one that was deployed. */
        MODEL_CHANGED,
        /** How a case went, as it was kept when the engine's history was archived, is gone or another. */
        COURSE_CHANGED,
        /** A deployment holds a model that was not deployed with it, or is no deployment that is on record. */
        MODEL_ADDED,
        /** A package has not the files that it should have. */
        PACKAGE_FILE,
        /** A package cannot be read. */
        PACKAGE_UNREADABLE
    }

    public static Fault at(String chain, long seq, Kind kind, String... values) {
        return new Fault(kind, chain, seq, List.of(values));
    }

    public static Fault ofCheckpoint(long number, Kind kind, String... values) {
        return new Fault(kind, "", number, List.of(values));
    }

    /** In Chinese, where it is and what is wrong with it. */
    public String sentence() {
        Object[] all = new Object[values.size() + 2];
        all[0] = chain;
        all[1] = seq;
        for (int place = 0; place < values.size(); place++) {
            all[place + 2] = values.get(place);
        }
        return AuditTexts.of("audit.fault." + kind.name().toLowerCase(Locale.ROOT), all);
    }
}
