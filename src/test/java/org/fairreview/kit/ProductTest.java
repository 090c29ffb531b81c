package org.fairreview.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.fairreview.Application;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test over the whole product on a real port: one context for all tests that carry it.
 *
 * <p>Its database may write a second after a commit, since nobody kills this process; the tests that do kill the product
 * start it in a process of its own, where each commit is on disk.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.hikari.connection-init-sql=set write_delay 1000")
@ActiveProfiles("test")
@Import({
    ProcessDriver.class,
    Submitting.class,
    JointReview.class,
    LegacyCampaign.class,
    LegacyImports.class,
    WholeCampaign.class,
    Members.class,
    Correspondence.class,
    Inbox.class,
    Rounds.class,
    SpotChecking.class,
    DocumentMaking.class,
    Reporting.class,
    Screened.class,
    Stories.class,
    TakenFlows.class,
    Web.class,
    TestClock.class,
    QuickPasswords.class
})
public @interface ProductTest {}
