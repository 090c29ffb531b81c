package org.fairreview.identity;

/** What holds the sealed account shut in the engine: its password, and the rights of the engine's administrators. */
public interface Seal {

    /** Gives the account a password that is known, and the engine's administrators their rights. */
    void breakWith(String password);

    /** Takes both away again. */
    void restore();
}
