package org.tongqu.platform.matter.studio.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.tongqu.platform.matter.studio.StudioTerms;

/** How much is rehearsed, as configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StudioTerms.class)
class StudioConfiguration {}
