package org.tongqu.platform.data.interfaces.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongqu.design.Icon;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.operate.web.Places;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where interfaces stand in the menu of those who work with shared data. */
@Configuration(proxyBeanMethods = false)
class InterfacePlaces {

    @Bean
    Places interfacesOnTheDesk() {
        return new SharingPlace(23, "interfaces", Words.LIST, Icon.EXTERNAL_LINK);
    }

    /** Declares interfaces of their department and makes its keys. */
    static boolean isKeeper(SignedIn.Officer officer) {
        return officer.has(Compiling.OFFICER) || officer.has(Compiling.CHIEF);
    }
}
