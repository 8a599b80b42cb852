package org.tongqu.platform.trust.directory.internal;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Forgets what is kept in memory: at once, and again when the transaction that changed it has ended. */
final class AfterCommit {

    private AfterCommit() {}

    static void run(Runnable deed) {
        deed.run();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    deed.run();
                }
            });
        }
    }
}
