package io.tongban.platform.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends bytes to a port of this machine, whether they are HTTP or not. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final byte[] END_OF_HEADERS = {'\r', '\n', '\r', '\n'};

    private RawHttp() {}

    /** Sends a text of which each character is a byte. */
    public static Answer send(int port, String request) throws IOException {
        return send(port, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Sends the request, says that nothing more comes, and reads until the other side has said all. Reading begins at once: a server that
     * refuses a request before it has read it all cuts off who still writes, and what it said is lost to whoever reads only then.
     *
     * @return the first answer that is no 1xx
     */
    public static Answer send(int port, byte[] request) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            Thread.ofVirtual().start(() -> write(socket, request));
            socket.getInputStream().transferTo(received);
        } catch (SocketTimeoutException silent) {
            throw new IOException("no answer within " + PATIENCE_MILLIS + " ms, and no end", silent);
        } catch (SocketException cutOff) { // by a server that reads no more: what it said before counts
            return Answer.of(received.toByteArray());
        }
        return Answer.of(received.toByteArray());
    }

    private static void write(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
        } catch (IOException cutOff) {
            // Whoever reads knows what the server said.
        }
    }

    /**
     * What a server said.
     *
     * @param status 0 where it said nothing
     * @param headers by their names in small letters, of which each is there once
     */
    public record Answer(int status, Map<String, String> headers, String body, String whole) {

        public Answer {
            headers = Map.copyOf(headers);
        }

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        static Answer of(byte[] received) {
            String whole = new String(received, StandardCharsets.UTF_8);
            int head = indexOf(received, END_OF_HEADERS);
            if (head < 0 || received.length < 12) {
                return new Answer(0, Map.of(), "", whole);
            }
            String[] lines = new String(received, 0, head, StandardCharsets.ISO_8859_1).split("\r\n", -1);
            int status = Integer.parseInt(lines[0].split(" ", 3)[1]);
            byte[] rest = Arrays.copyOfRange(received, head + END_OF_HEADERS.length, received.length);
            if (status / 100 == 1) {
                return of(rest);
            }
            Map<String, String> headers = new TreeMap<>();
            for (String line : Arrays.copyOfRange(lines, 1, lines.length)) {
                String[] parts = line.split(":", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts.length < 2 ? "" : parts[1].strip());
            }
            return new Answer(status, headers, body(headers, rest), whole);
        }

        private static String body(Map<String, String> headers, byte[] rest) {
            if (headers.containsKey("content-length")) {
                int length = Math.min(rest.length, Integer.parseInt(headers.get("content-length")));
                return new String(rest, 0, length, StandardCharsets.UTF_8);
            }
            String text = new String(rest, StandardCharsets.ISO_8859_1);
            if (!headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
                return new String(rest, StandardCharsets.UTF_8);
            }
            StringBuilder body = new StringBuilder();
            int at = 0;
            while (at < text.length()) {
                int end = text.indexOf("\r\n", at);
                int size =
                        end < 0 ? 0 : Integer.parseInt(text.substring(at, end).strip(), 16);
                if (size == 0 || end + 2 + size > text.length()) {
                    break;
                }
                body.append(text, end + 2, end + 2 + size);
                at = end + 2 + size + 2;
            }
            return new String(body.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }

        private static int indexOf(byte[] bytes, byte[] sought) {
            for (int at = 0; at <= bytes.length - sought.length; at++) {
                if (Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
                    return at;
                }
            }
            return -1;
        }
    }
}
