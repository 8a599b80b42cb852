package org.tongqu.platform.operate.store;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.Outcome;

/** What somebody decided: written whole when it is done, and not at all when it is refused. */
public final class Decided {

    private Decided() {}

    /** In a transaction that a refusal undoes. */
    public static <T, R> Outcome<T, R> in(TransactionTemplate transaction, Supplier<Outcome<T, R>> deed) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var outcome = deed.get();
            if (outcome instanceof Outcome.Refused) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }
}
