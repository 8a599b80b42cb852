package org.tongqu.platform.data.space;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.tongqu.platform.data.space.internal.Follower;

/** Keeps the map as the golden records are: reads on in their changes from where it stopped. */
@Service
public class Following {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final Follower follower;

    Following(Follower follower) {
        this.follower = follower;
    }

    /** Reads whatever changed until now. Several programs may call it at once: each register is followed by one of them. */
    @Scheduled(
            fixedDelayString = "${tongqu.space.follow-every:3s}",
            initialDelayString = "${tongqu.space.follow-after:10s}")
    public void follow() {
        List<RuntimeException> failed = new ArrayList<>();
        for (var register : follower.registers()) {
            try {
                while (follower.step(register)) {
                    // The next lot is a transaction of its own.
                }
            } catch (DataAccessException | TransactionException e) {
                failed.add(e);
            }
        }
        failed.forEach(e -> LOG.warn("The map does not follow a register until the next try", e));
    }
}
