package org.tongqu.platform.data.golden.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongqu.design.Icon;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.operate.web.Places;

/** Where registers stand in the menu of those who work with shared data. */
@Configuration(proxyBeanMethods = false)
class RegisterPlaces {

    @Bean
    Places registersOnTheDesk() {
        return new SharingPlace(24, "golden", Words.LIST, Icon.DATABASE);
    }

    @Bean
    Places viewsOnTheDesk() {
        return new SharingPlace(24, "golden.views", ViewsController.VIEWS, Icon.USER);
    }
}
