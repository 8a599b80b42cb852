package org.tongqu.platform.data.harvest.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongqu.design.Icon;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.operate.web.Places;

/** Where harvests stand in the menu of those who work with shared data. */
@Configuration(proxyBeanMethods = false)
class HarvestPlaces {

    @Bean
    Places harvestsOnTheDesk() {
        return new SharingPlace(26, "harvest", Words.LIST, Icon.DOWNLOAD);
    }
}
