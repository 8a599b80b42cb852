package org.tongqu.platform.operate.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** After something was sent: the next page by GET, so that reloading it sends nothing twice. */
public final class Redirect {

    private Redirect() {}

    public static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Cache-Control", "no-store")
                .location(URI.create(address))
                .build();
    }
}
