package org.tongqu.platform.operate.web.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For whoever watches the program from outside: whether it lives, and whether it can work. Tells nothing else. */
@RestController
class Health {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final JdbcClient jdbc;

    Health(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The program answers; restart it when it does not. */
    @GetMapping("/health/live")
    ResponseEntity<String> live() {
        return answer(HttpStatus.OK, "live");
    }

    /** The store answers too; send people here only then. */
    @GetMapping({"/health", "/health/ready"})
    ResponseEntity<String> ready() {
        try {
            jdbc.sql("SELECT 1").query(rows -> {});
            return answer(HttpStatus.OK, "ready");
        } catch (DataAccessException e) {
            LOG.warn("Not ready: the store does not answer", e);
            return answer(HttpStatus.SERVICE_UNAVAILABLE, "store-unreachable");
        }
    }

    private static ResponseEntity<String> answer(HttpStatus status, String word) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"status\":\"" + word + "\"}");
    }
}
