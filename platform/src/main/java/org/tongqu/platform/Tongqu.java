package org.tongqu.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The running system. Started by the {@code tongqu} script; see {@code ./tongqu help}. */
@SpringBootApplication
@Modulithic(systemName = "Tongqu")
public class Tongqu {

    public static void main(String[] arguments) {
        SpringApplication.run(Tongqu.class, arguments);
    }
}
