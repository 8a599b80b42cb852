package org.tongqu.platform.data.interfaces.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.tongqu.platform.data.interfaces.CallHeaders;
import org.tongqu.platform.data.interfaces.internal.KnownKeys;
import org.tongqu.platform.operate.web.OwnPace;

/** Calls with a key that is alive are paced by their agreement, wherever they come from. */
@Component
class KeyPace implements OwnPace {

    private final KnownKeys known;

    KeyPace(KnownKeys known) {
        this.known = known;
    }

    @Override
    public boolean isPaced(HttpServletRequest request) {
        return request.getRequestURI().startsWith(CallController.CALLS + "/")
                && known.isKnown(CallHeaders.token(request), System.nanoTime());
    }
}
