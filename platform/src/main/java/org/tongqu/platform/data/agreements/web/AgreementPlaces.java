package org.tongqu.platform.data.agreements.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongqu.design.Icon;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.operate.web.Places;

/** Where agreements stand in the menu of those who work with them. */
@Configuration(proxyBeanMethods = false)
class AgreementPlaces {

    @Bean
    Places agreementsOnTheDesk() {
        return new SharingPlace(21, "agreements", Words.LIST, Icon.HEART_HANDSHAKE);
    }
}
