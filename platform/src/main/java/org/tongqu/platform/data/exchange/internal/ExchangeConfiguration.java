package org.tongqu.platform.data.exchange.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.tongqu.platform.data.exchange.ComparisonSettings;

/** Where deliveries are compared, as configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ComparisonSettings.class)
class ExchangeConfiguration {}
