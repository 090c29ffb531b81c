package org.fairreview;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Lets go of connections to an H2 database that has closed itself, which it does when it cannot write (full disk): a new
 * connection opens it again. The pool by itself keeps a connection that is used more than twice a second.
 */
public class ReopenedDatabase implements SQLExceptionOverride {

    private static final int DATABASE_IS_CLOSED = 90098;
    private static final int DATABASE_IS_SHUT_DOWN = 90121;

    @java.lang.Override
    public Override adjudicate(SQLException problem) {
        return problem.getErrorCode() == DATABASE_IS_CLOSED || problem.getErrorCode() == DATABASE_IS_SHUT_DOWN
                ? Override.MUST_EVICT
                : Override.CONTINUE_EVICT;
    }
}
