package org.fairreview.notification;

/** How a person wants to be written to. */
public record MailSetting(String email, Delivery delivery) {

    static final MailSetting UNSET = new MailSetting("", Delivery.AT_ONCE);

    boolean wants(Delivery wanted) {
        return delivery == wanted && !email.isBlank();
    }
}
