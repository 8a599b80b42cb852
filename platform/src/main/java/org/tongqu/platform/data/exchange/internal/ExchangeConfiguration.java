package org.tongqu.platform.data.exchange.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.tongqu.platform.data.exchange.ComparisonSettings;
import org.tongqu.platform.data.exchange.FollowingSettings;

/** Where deliveries are compared and how long logs are kept, as configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ComparisonSettings.class, FollowingSettings.class})
class ExchangeConfiguration {}
