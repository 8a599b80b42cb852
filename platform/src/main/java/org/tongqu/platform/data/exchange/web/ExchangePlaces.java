package org.tongqu.platform.data.exchange.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongqu.design.Icon;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.operate.web.Places;

/** Where the exchange centre stands in the menu of those who work with shared data. */
@Configuration(proxyBeanMethods = false)
class ExchangePlaces {

    @Bean
    Places exchangeOnTheDesk() {
        return new SharingPlace(22, "exchange", Words.CENTRE, Icon.REFRESH);
    }
}
