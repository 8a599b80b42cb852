package org.tongqu.platform.data.files.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongqu.design.Icon;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.operate.web.Places;
import org.tongqu.platform.trust.identity.KeyedPath;

/** Where batches of files stand in the menu, and where systems send them. */
@Configuration(proxyBeanMethods = false)
class FilePlaces {

    @Bean
    Places filesOnTheDesk() {
        return new SharingPlace(24, "files", FilesController.LIST, Icon.DOWNLOAD);
    }

    @Bean
    KeyedPath fileUploads() {
        return new KeyedPath(UploadController.API + "/**");
    }
}
