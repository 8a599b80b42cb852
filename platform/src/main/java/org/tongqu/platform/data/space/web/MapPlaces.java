package org.tongqu.platform.data.space.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongqu.design.Icon;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.operate.web.Places;

/** Where the map stands in the menu of those who work with shared data. */
@Configuration(proxyBeanMethods = false)
class MapPlaces {

    @Bean
    Places mapOnTheDesk() {
        return new SharingPlace(25, "space", MapController.DESK, Icon.MAP_PIN);
    }
}
