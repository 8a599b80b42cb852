package org.tongqu.platform.data.use.internal;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.platform.data.use.Use;
import org.tongqu.platform.operate.store.GroupCommit;

/** Writes uses down, those of one moment in one commit; an answer is sent only when its commit stands. */
@Component
public class UseBook implements InitializingBean, DisposableBean {

    private final GroupCommit<Use> commits;

    UseBook(UseStore store, TransactionTemplate transactions) {
        this.commits = new GroupCommit<>("use-book", store::write, transactions);
    }

    @Override
    public void afterPropertiesSet() {
        commits.start();
    }

    /** @return false when it could not be written */
    public boolean isWritten(Use use) {
        return commits.isWritten(use);
    }

    @Override
    public void destroy() throws InterruptedException {
        commits.close();
    }
}
