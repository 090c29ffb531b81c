package org.fairreview.review;

/** How a document reached its addressee (送达方式). */
public enum DeliveryWay {
    /** 直接送达. */
    BY_HAND,
    /** 公文交换. */
    DOCUMENT_EXCHANGE,
    /** 邮寄. */
    BY_POST,
    /** 办公系统. */
    OFFICE_SYSTEM
}
