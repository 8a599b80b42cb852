package org.tongqu.platform.data.corrections.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.tongqu.platform.data.corrections.CorrectionClocks;

/** The clock of corrections, as configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorrectionClocks.class)
class CorrectionConfiguration {}
