package org.fairreview.backup;

/** A backup or a restoring cannot be done as asked; the message is one sentence that says why and what to do. */
public class BackupRefused extends RuntimeException {

    BackupRefused(String message) {
        super(message);
    }
}
