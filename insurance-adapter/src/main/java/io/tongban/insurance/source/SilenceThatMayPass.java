package io.tongban.insurance.source;

import java.util.function.Predicate;

/** Silences of a source after which the same page may well be read at once. */
public final class SilenceThatMayPass implements Predicate<Throwable> {

    @Override
    public boolean test(Throwable failure) {
        return failure instanceof SourceSilent silence && silence.reason().mayPass();
    }
}
