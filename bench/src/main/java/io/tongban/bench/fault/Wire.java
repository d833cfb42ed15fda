package io.tongban.bench.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The way from one part to another: a TCP proxy that can be cut. What was sent into a cut wire arrives when it is mended. */
final class Wire implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int BACKLOG = 512;

    private final int port;
    private final InetSocketAddress target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private State state = State.WHOLE;
    private @Nullable ServerSocket door;

    private enum State {
        WHOLE,
        CUT,
        DEAD
    }

    private Wire(int port, InetSocketAddress target) {
        this.port = port;
        this.target = target;
    }

    /** A whole wire, from this port to where the other part listens. */
    static Wire from(int port, URI to) throws IOException {
        Wire wire = new Wire(port, new InetSocketAddress(InetAddress.getLoopbackAddress(), to.getPort()));
        wire.listen();
        return wire;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Nothing passes any more, in neither direction; whoever waits on a connection goes on waiting. */
    synchronized void cut() {
        state = State.CUT;
    }

    /** As if nobody listened at the other end: connections are reset, new ones refused. */
    synchronized void die() {
        state = State.DEAD;
        notifyAll();
        shut();
        sockets.forEach(Wire::reset);
    }

    synchronized void mend() throws IOException {
        if (state == State.DEAD) {
            listen();
        }
        state = State.WHOLE;
        notifyAll();
    }

    @Override
    public void close() {
        die();
    }

    private synchronized void listen() throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        door = opened;
        Thread.ofVirtual().name("wire").start(() -> accept(opened));
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket caller = opened.accept();
                sockets.add(caller);
                Thread.ofVirtual().name("wire").start(() -> connect(caller));
            } catch (IOException shut) {
                // The next look at the socket ends this, unless only one caller went away again.
            }
        }
    }

    private void connect(Socket caller) {
        Socket called = new Socket();
        sockets.add(called);
        try {
            awaitWhole();
            called.connect(target, CONNECT_MILLIS);
            caller.setTcpNoDelay(true);
            called.setTcpNoDelay(true);
            Thread back = Thread.ofVirtual().name("wire").start(() -> pass(called, caller));
            pass(caller, called);
            back.join();
        } catch (IOException unreachable) {
            reset(caller);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            close(caller);
            close(called);
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] bytes = new byte[1 << 14];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                awaitWhole();
                out.write(bytes, 0, read);
            }
            awaitWhole();
            to.shutdownOutput();
        } catch (IOException broken) {
            reset(from);
            reset(to);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitWhole() throws IOException, InterruptedException {
        while (state == State.CUT) {
            wait();
        }
        if (state == State.DEAD) {
            throw new IOException("nobody listens any more");
        }
    }

    private void shut() {
        ServerSocket opened = door;
        door = null;
        if (opened != null) {
            try {
                opened.close();
            } catch (IOException gone) {
                // It is not listened on any more, which is what was asked for.
            }
        }
    }

    private void close(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException gone) {
            // So is the connection.
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // So is the connection.
        }
    }
}
