package org.tongqu.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import org.tongqu.servers.CannotStart;

/** The running system. Started by the {@code tongqu} script; see {@code ./tongqu help}. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(systemName = "Tongqu")
public class Tongqu {

    public static void main(String[] arguments) {
        try {
            SpringApplication.run(Tongqu.class, arguments);
        } catch (RuntimeException failure) {
            if (CannotStart.behind(failure).isPresent()) {
                System.exit(CannotStart.EXIT_CODE); // it has been explained already
            }
            throw failure;
        }
    }
}
