package org.tongqu.platform.data.interfaces.internal;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.platform.data.interfaces.Call;
import org.tongqu.platform.data.interfaces.CallRefusal.Why;
import org.tongqu.platform.operate.store.GroupCommit;

/** Writes calls down. A call is told only when its commit stands; one that cannot be written is not answered. */
@Component
class CallBook implements InitializingBean, DisposableBean {

    private final GroupCommit<Call> commits;

    CallBook(CallStore store, TransactionTemplate transactions) {
        this.commits = new GroupCommit<>("call-book", store::write, transactions);
    }

    @Override
    public void afterPropertiesSet() {
        commits.start();
    }

    /**
     * Writes the call; returns when that is committed.
     *
     * @return false when it could not be written
     */
    boolean isWritten(Call call) {
        return commits.isWritten(call);
    }

    /** Refused for being too many, calls are counted and not each written down. */
    static boolean isCountedOnly(Call call) {
        return call.why().filter(why -> why == Why.TOO_OFTEN).isPresent();
    }

    @Override
    public void destroy() throws InterruptedException {
        commits.close();
    }
}
