package org.tongqu.platform.operate.web.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The public part of the house: every address is open to everybody. Sign-in puts its own chain in this place. */
@Configuration(proxyBeanMethods = false)
class OpenDoors {

    @Bean
    SecurityFilterChain everybodyMayAsk(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
