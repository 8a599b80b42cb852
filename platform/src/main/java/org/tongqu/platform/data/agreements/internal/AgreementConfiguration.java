package org.tongqu.platform.data.agreements.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.tongqu.platform.data.agreements.AgreementClocks;

/** The clocks of agreements, as configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AgreementClocks.class)
class AgreementConfiguration {}
