package org.tongqu.platform.data.demands.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongqu.design.Icon;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.operate.web.Places;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where the demand list stands in the menu of those who work with shared data. */
@Configuration(proxyBeanMethods = false)
class DemandPlaces {

    @Bean
    Places demandsOnTheDesk() {
        return new SharingPlace(22, "demands", Words.LIST, Icon.SEARCH);
    }

    static boolean mayAsk(SignedIn.Officer officer) {
        return officer.has(Compiling.OFFICER) || officer.has(Compiling.CHIEF);
    }
}
