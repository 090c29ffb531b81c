package org.fairreview.identity;

/** The product cannot start as it is configured; the message is one sentence that says what to do. */
public class StartRefused extends RuntimeException {

    public StartRefused(String message) {
        super(message);
    }

    /** Nobody has an account yet, and the first administrator would have no password. */
    public static StartRefused withoutAdministrator() {
        return new StartRefused("首次启动需要设置环境变量 FAIRREVIEW_ADMIN_PASSWORD(首位系统管理员 admin 的口令,"
                + "至少10位,含大小写字母、数字和符号)。 The first start needs FAIRREVIEW_ADMIN_PASSWORD, "
                + "the password of the first administrator 'admin'.");
    }
}
