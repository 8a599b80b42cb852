package org.tongqu.platform.data.use.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.tongqu.platform.data.use.UseLimits;

/** The limits of use, as configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UseLimits.class)
class UseConfiguration {}
