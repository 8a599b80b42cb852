package org.tongqu.platform.data.corrections.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongqu.design.Icon;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.operate.web.Places;

/** Where corrections stand in the menu of those who work with shared data. */
@Configuration(proxyBeanMethods = false)
class CorrectionPlaces {

    @Bean
    Places correctionsOnTheDesk() {
        return new SharingPlace(23, "corrections", Words.LIST, Icon.EDIT);
    }
}
