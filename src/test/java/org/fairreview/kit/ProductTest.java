package org.fairreview.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.fairreview.Application;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A test over the whole product on a real port: one context for all tests that carry it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import({
    ProcessDriver.class,
    Submitting.class,
    JointReview.class,
    Members.class,
    Correspondence.class,
    Screened.class,
    Stories.class,
    TakenFlows.class,
    Web.class,
    TestClock.class,
    QuickPasswords.class
})
public @interface ProductTest {}
