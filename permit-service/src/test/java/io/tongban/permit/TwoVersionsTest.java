package io.tongban.permit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** The test context of this module with an item of two versions, and the published item that asks no source. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PermitServiceTest
@TestPropertySource(properties = "tongban.standards.location=src/test/resources/two-versions")
public @interface TwoVersionsTest {}
