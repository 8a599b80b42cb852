package org.tongqu.platform.operate.store.internal;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/** Begins with the store as soon as the configuration is known; the rest of the start runs beside it. */
class StoreListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        StoreSource source = StoreSource.of(event.getEnvironment());
        event.getSpringApplication()
                .addInitializers(context -> context.getBeanFactory().registerSingleton("storeSource", source));
    }
}
