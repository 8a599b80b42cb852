package org.tongqu.platform.data.demands.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.tongqu.platform.data.demands.DemandClocks;

/** The clocks of demands, as configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemandClocks.class)
class DemandConfiguration {}
