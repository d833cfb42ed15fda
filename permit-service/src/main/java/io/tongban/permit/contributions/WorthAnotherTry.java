package io.tongban.permit.contributions;

import feign.FeignException;
import feign.RetryableException;
import java.net.SocketTimeoutException;
import java.util.function.Predicate;

/**
 * Failures of a read after which the same question may well be answered. A read time-out is not one: the clerk has waited
 * through it, and the adapter may still be asking the bureaux.
 */
public final class WorthAnotherTry implements Predicate<Throwable> {

    @Override
    public boolean test(Throwable failure) {
        if (failure instanceof RetryableException connection) {
            return !(connection.getCause() instanceof SocketTimeoutException);
        }
        return failure instanceof FeignException answer
                && (answer.status() == 502 || answer.status() == 503 || answer.status() == 504);
    }
}
