package io.tongban.platform.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that creates, and does so once: the header {@code Idempotency-Key} is required, and the same key with the same
 * body is answered as it was the first time.
 *
 * <p>The key belongs to its caller and the address, for a day. Only a success is kept: after an error the key is free.
 * What the method writes in transactions of the service's database is exactly-once; other effects are not.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface IdempotentCreate {}
