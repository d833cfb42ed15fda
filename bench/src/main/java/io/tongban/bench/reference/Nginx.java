package io.tongban.bench.reference;

import io.tongban.sandbox.process.Ending;
import io.tongban.sandbox.process.Guard;
import io.tongban.sandbox.process.GuardedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An nginx on loopback with two workers, no access log, and connections that stay open. */
public final class Nginx implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(10);

    private final GuardedProcess process;
    private final int port;

    private Nginx(GuardedProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param folder where its files are written
     * @param server what stands in its one server block, such as {@code location} blocks
     * @param http what stands beside the server block, such as an {@code upstream}
     * @throws IOException if there is no nginx on this machine
     */
    public static Nginx started(Path root, Path folder, String http, String server)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = freePort();
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, """
                worker_processes 2;
                daemon off;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events { worker_connections 4096; }
                http {
                  access_log off;
                  keepalive_requests 1000000;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  default_type application/json;
                  %2$s
                  server {
                    listen 127.0.0.1:%3$d;
                    %4$s
                  }
                }
                """.formatted(folder, http, port, server));
        GuardedProcess process;
        try {
            process = GuardedProcess.start(
                    "nginx",
                    Guard.of(root),
                    Ending.JVM,
                    List.of("nginx", "-p", folder.toString(), "-c", configuration.toString()),
                    Map.of(),
                    folder.resolve("nginx.log"));
        } catch (UncheckedIOException none) {
            throw new IOException("no nginx is installed; on Debian: apt-get install nginx-light", none);
        }
        Nginx nginx = new Nginx(process, port);
        nginx.await(folder.resolve("nginx.log"));
        return nginx;
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private void await(Path log) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < START.toNanos()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                return;
            } catch (IOException notYet) {
                if (process.awaitEnd(Duration.ofMillis(50))) {
                    throw new IOException("nginx ended while starting; on Debian: apt-get install nginx-light. "
                            + Files.readString(log).strip());
                }
            }
        }
        throw new IOException("nginx does not listen on " + port + ", see " + log);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public GuardedProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.end();
        try {
            process.awaitEnd(START);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
