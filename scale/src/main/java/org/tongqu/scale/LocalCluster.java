package org.tongqu.scale;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A cluster of this machine for tests and measurements: a job manager and workers, each a program of its own. A real one is
 * an installation of Apache Flink.
 */
public final class LocalCluster implements AutoCloseable {

    private static final String MANAGER = "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
    private static final String WORKER = "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
    private static final List<String> OPEN = List.of(
            "java.base/java.lang",
            "java.base/java.net",
            "java.base/java.io",
            "java.base/java.nio",
            "java.base/sun.nio.ch",
            "java.base/java.lang.reflect",
            "java.base/java.text",
            "java.base/java.time",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> flags;
    private final Path folder;
    private final int rest;
    private final int rpc;
    private final Process manager;
    private final List<Process> workers = new ArrayList<>();

    private LocalCluster(Path folder, List<String> flags) throws IOException {
        this.flags = List.copyOf(flags);
        this.folder = Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.yaml"), "");
        this.rest = freePort();
        this.rpc = freePort();
        this.manager = start(
                "manager",
                "128m",
                MANAGER,
                List.of(
                        "jobmanager.memory.process.size=512m",
                        "rest.bind-port=" + rest,
                        "rest.bind-address=127.0.0.1"));
    }

    /** Starts one and waits until all workers have announced themselves. @param flags of each program's virtual machine */
    public static LocalCluster start(Path folder, int workers, String... flags)
            throws IOException, InterruptedException {
        var cluster = new LocalCluster(folder, List.of(flags));
        try {
            for (int i = 1; i <= workers; i++) {
                cluster.addWorker();
            }
            cluster.await(workers);
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** One more; it need not be there yet. */
    public void addWorker() throws IOException {
        workers.add(start(
                "worker-" + (workers.size() + 1),
                "160m",
                WORKER,
                List.of(
                        "taskmanager.host=127.0.0.1",
                        "taskmanager.bind-host=127.0.0.1",
                        "taskmanager.numberOfTaskSlots=1",
                        "taskmanager.cpu.cores=1",
                        "taskmanager.memory.framework.heap.size=32m",
                        "taskmanager.memory.framework.off-heap.size=32m",
                        "taskmanager.memory.jvm-metaspace.size=128m",
                        "taskmanager.memory.jvm-overhead.min=64m",
                        "taskmanager.memory.jvm-overhead.max=64m",
                        "taskmanager.memory.task.heap.size=128m",
                        "taskmanager.memory.task.off-heap.size=0m",
                        "taskmanager.memory.network.min=48m",
                        "taskmanager.memory.network.max=48m",
                        "taskmanager.memory.managed.size=96m")));
    }

    private Process start(String name, String heap, String main, List<String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Duser.timezone=UTC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(flags);
        OPEN.forEach(one -> command.add("--add-opens=" + one + "=ALL-UNNAMED"));
        command.addAll(List.of("-cp", Jars.ofWorkers(), main, "--configDir", folder.toString()));
        settings.forEach(one -> command.add("-D" + one));
        List.of(
                        "jobmanager.rpc.address=127.0.0.1",
                        "jobmanager.bind-host=127.0.0.1",
                        "jobmanager.rpc.port=" + rpc,
                        "rest.address=127.0.0.1",
                        "rest.port=" + rest,
                        "io.tmp.dirs=" + folder.resolve(name + "-tmp"),
                        "heartbeat.interval=500",
                        "heartbeat.timeout=4000",
                        "cluster.evenly-spread-out-slots=true")
                .forEach(one -> command.add("-D" + one));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
    }

    private void await(int count) throws IOException, InterruptedException {
        var ends = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < ends) {
            if (!manager.isAlive() || workers.stream().noneMatch(Process::isAlive)) {
                throw new IOException("The cluster ended; see " + folder);
            }
            if (client(1).workers() == count) {
                return;
            }
            manager.waitFor(100, TimeUnit.MILLISECONDS);
        }
        throw new IOException("The workers did not come; see " + folder);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** As a client reaches it, which hands over what the workers have not. */
    public Cluster client(int parallelism) {
        return new Cluster("127.0.0.1", rest, parallelism, Jars.needed());
    }

    /** Of its REST interface. */
    public int port() {
        return rest;
    }

    /** Kills a worker as {@code kill -9} does. */
    public void kill(int worker) {
        workers.get(worker).destroyForcibly();
    }

    @Override
    public void close() {
        workers.forEach(Process::destroyForcibly);
        manager.destroyForcibly();
    }
}
