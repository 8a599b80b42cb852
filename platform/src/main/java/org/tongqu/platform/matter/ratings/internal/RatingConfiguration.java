package org.tongqu.platform.matter.ratings.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.tongqu.platform.matter.ratings.RatingTerms;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RatingTerms.class)
class RatingConfiguration {}
