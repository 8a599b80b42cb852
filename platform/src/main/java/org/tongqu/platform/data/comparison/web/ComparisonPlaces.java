package org.tongqu.platform.data.comparison.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongqu.design.Icon;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.operate.web.Places;

/** Where comparisons stand in the menu of those who work with shared data. */
@Configuration(proxyBeanMethods = false)
class ComparisonPlaces {

    @Bean
    Places comparisonsOnTheDesk() {
        return new SharingPlace(25, "comparison", Words.LIST, Icon.CHECKLIST);
    }
}
