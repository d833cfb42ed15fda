package io.tongban.sandbox;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The end of a demo from outside, by Ctrl-C or another signal: one line says so, the network is closed, and nothing is said
 * any more by the work that fails because its parts are gone.
 */
final class Interruption {

    private final PrintStream console;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile String said = "Interrupted while starting; ending every part.";
    private volatile Runnable close = () -> {};

    private Interruption(PrintStream console) {
        this.console = console;
    }

    static Interruption on(PrintStream console) {
        Interruption interruption = new Interruption(console);
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::happen, "end"));
        return interruption;
    }

    private void happen() {
        if (ended.compareAndSet(false, true)) {
            console.println(said);
            console.flush();
            close.run();
        }
    }

    /** What is said if it happens from now on. */
    void say(String line) {
        said = line;
    }

    /** What is done if it happens from now on. */
    void close(Runnable network) {
        close = network;
    }

    /** The console until it happens, and silence afterwards. */
    PrintStream out() {
        return new PrintStream(new UntilItHappens(console), true, console.charset());
    }

    /** The demo has come to its own end. If it was interrupted before, the JVM is ending, and this never returns. */
    void withdraw() throws InterruptedException {
        if (!ended.compareAndSet(false, true)) {
            new CountDownLatch(1).await();
        }
    }

    /** Passes on what is written until the interruption. */
    private final class UntilItHappens extends FilterOutputStream {

        private UntilItHappens(OutputStream console) {
            super(console);
        }

        @Override
        public void write(int one) throws IOException {
            if (!ended.get()) {
                out.write(one);
            }
        }

        @Override
        public void write(byte[] many, int from, int length) throws IOException {
            if (!ended.get()) {
                out.write(many, from, length);
            }
        }
    }
}
