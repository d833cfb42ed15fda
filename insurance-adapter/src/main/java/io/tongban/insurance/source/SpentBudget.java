package io.tongban.insurance.source;

import java.util.function.Predicate;

/** What the budget of the query cut short: it says nothing about the source. */
public final class SpentBudget implements Predicate<Throwable> {

    @Override
    public boolean test(Throwable failure) {
        return failure instanceof SourceSilent silence && silence.reason() == SilenceCause.BUDGET_SPENT;
    }
}
