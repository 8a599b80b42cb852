package org.tongqu.platform.data.use.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongqu.design.Icon;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.interfaces.CallHeaders;
import org.tongqu.platform.data.interfaces.KeyedPaces;
import org.tongqu.platform.operate.web.OwnPace;
import org.tongqu.platform.operate.web.Places;
import org.tongqu.platform.trust.identity.KeyedPath;

/** Calls show a key and no cookie, and are paced by their agreement, wherever they come from. */
@Configuration(proxyBeanMethods = false)
class UseDoors {

    @Bean
    KeyedPath registerCalls() {
        return new KeyedPath(UseCallController.CALLS + "/**");
    }

    @Bean
    Places questionsOnTheDesk() {
        return new SharingPlace(24, "use", Words.DESK, Icon.HELP);
    }

    @Bean
    OwnPace registerPace(KeyedPaces keys) {
        return request -> request.getRequestURI().startsWith(UseCallController.CALLS + "/")
                && keys.isKnown(CallHeaders.token(request));
    }
}
