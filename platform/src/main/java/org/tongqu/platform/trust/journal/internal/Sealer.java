package org.tongqu.platform.trust.journal.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/** Links what is committed, every second; of several programs on one database one does it and the others pass. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Sealer {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private final Chain chain;

    Sealer(Chain chain) {
        this.chain = chain;
    }

    @Scheduled(fixedDelayString = "${tongqu.journal.seal-every:1s}")
    void seal() {
        try {
            chain.seal();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The journal could not be sealed and stays open until the next try", e);
        }
    }
}
