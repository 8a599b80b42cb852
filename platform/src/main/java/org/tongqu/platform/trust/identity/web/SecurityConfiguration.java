package org.tongqu.platform.trust.identity.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.KeyedPath;
import org.tongqu.platform.trust.identity.SignedIn;

/** The chain every request goes through: who is asking, is the form ours, is this address behind a door. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http,
            SessionContext sessions,
            BoundCsrf csrf,
            Doorkeeper doorkeeper,
            Guards guards,
            ObjectProvider<KeyedPath> keyed) {
        var keyedPaths = keyed.stream().map(KeyedPath::pattern).toArray(String[]::new);
        http.securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(forms -> forms.csrfTokenRepository(csrf).ignoringRequestMatchers(keyedPaths))
                .headers(headers -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(Door.OFFICER.path()).permitAll();
                    guards.paths()
                            .forEach(guarded -> requests.requestMatchers(guarded.pattern())
                                    .access(cameBy(guarded.door(), sessions)));
                    requests.requestMatchers("/account/password").authenticated();
                    requests.requestMatchers("/account", "/account/**").access(isKnown(sessions));
                    requests.anyRequest().permitAll();
                });
        return http.build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> cameBy(Door door, SessionContext sessions) {
        return (authentication, request) -> {
            var known = authentication.get();
            return new AuthorizationDecision(known != null
                    && switch (known.getPrincipal()) {
                        case SignedIn.Officer officer -> door == Door.OFFICER;
                        case SignedIn.Citizen citizen -> door == Door.CITIZEN;
                        case null, default -> false;
                    }
                    && !sessions.mustChangePassword(request.getRequest()));
        };
    }

    private static AuthorizationManager<RequestAuthorizationContext> isKnown(SessionContext sessions) {
        return (authentication, request) -> new AuthorizationDecision(
                sessions.who(request.getRequest()).isPresent() && !sessions.mustChangePassword(request.getRequest()));
    }
}
