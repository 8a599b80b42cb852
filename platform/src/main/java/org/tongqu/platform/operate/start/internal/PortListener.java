package org.tongqu.platform.operate.start.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.tongqu.servers.CannotStart;

/** Asks for the port before anything is started or loaded, so that nobody waits a minute to hear that it is taken. */
class PortListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        int port = event.getEnvironment().getProperty("server.port", Integer.class, 8080);
        if (port <= 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (BindException e) {
            throw port < 1024 && String.valueOf(e.getMessage()).contains("ermission")
                    ? new CannotStart(
                            "Port " + port + " may not be opened by this user.",
                            "Choose a port above 1023: --port 8080.",
                            e)
                    : new CannotStart(
                            "Port " + port + " is in use by another program.",
                            "Stop that program, or choose another port: --port " + (port + 1) + ".",
                            e);
        } catch (IOException e) {
            throw new CannotStart(
                    "Port " + port + " cannot be opened: " + e.getMessage() + ".", "Choose another: --port N.", e);
        }
    }

    /** Before the store is started. */
    @Override
    public int getOrder() {
        return 0;
    }
}
