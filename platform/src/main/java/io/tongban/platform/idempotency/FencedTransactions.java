package io.tongban.platform.idempotency;

import io.tongban.platform.problem.Problem;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Lets a request under an idempotency key commit only while it holds the key, and marks the key in the same transaction.
 *
 * <p>So a slow attempt that was taken over rolls back, and one that died after its commit is never repeated.
 */
final class FencedTransactions implements TransactionExecutionListener {

    private final IdempotencyRecords records;

    FencedTransactions(IdempotencyRecords records) {
        this.records = records;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (transaction.isReadOnly()
                || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) {
            return;
        }
        Attempt.of(request.getRequest()).ifPresent(attempt -> {
            if (!records.commit(attempt.id(), attempt.attempt())) {
                throw Problem.of(IdempotencyProblem.IDEMPOTENCY_KEY_IN_USE);
            }
        });
    }
}
