package org.tongqu.platform.operate.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each fault a number that stands both in the log and, as {@code tongqu.fault}, on the page that admits it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class Faults extends OncePerRequestFilter {

    /** The request attribute that the page for faults shows. */
    static final String NUMBER = "tongqu.fault";

    private static final int TOO_LARGE = 413;
    private static final int NOT_READABLE = 400;
    private static final int MOST_CAUSES = 20;

    /** The state of SQL for bytes that are no text of the encoding. */
    private static final String NO_TEXT = "22021";

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException tooMuch) {
            // More parts or fields, or larger ones, than anybody fills in: the sender's doing, not a fault of ours.
            LOG.info("Refused what was sent to {}: {}", request.getRequestURI(), tooMuch.getMessage());
            throw tooMuch;
        } catch (ServletException | RuntimeException fault) {
            if (isTooMuchText(fault)) {
                LOG.info("Refused what was sent to {}: {}", request.getRequestURI(), fault.getMessage());
                throw new InvalidParameterException(String.valueOf(fault.getMessage()), TOO_LARGE);
            }
            if (isNoText(fault)) {
                LOG.info("Refused what was sent to {}: it holds a sign that no text has", request.getRequestURI());
                throw new InvalidParameterException("A sign that no text has", NOT_READABLE);
            }
            String number =
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            LOG.error("Fault {} at {} {}", number, request.getMethod(), request.getRequestURI(), fault);
            request.setAttribute(NUMBER, number);
            throw fault;
        }
    }

    /** What no store keeps as text: the sign nought, which nobody types. */
    private static boolean isNoText(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(cause -> cause instanceof SQLException sql && NO_TEXT.equals(sql.getSQLState()));
    }

    /** Of a form in parts whose texts together are too long Tomcat says so by a state that is wrong, and by nothing else. */
    private static boolean isTooMuchText(Exception fault) {
        return fault instanceof IllegalStateException
                && fault.getStackTrace().length > 0
                && fault.getStackTrace()[0].getClassName().equals("org.apache.catalina.connector.Request")
                && fault.getStackTrace()[0].getMethodName().equals("parseParts");
    }
}
