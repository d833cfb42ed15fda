package io.tongban.sandbox.story;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Requests that no client in order sends, each with a mark of its own wherever it can say something. */
final class HostileRequests {

    /** What all marks begin with; too many digits for a word that an error may repeat. */
    static final String MARK = "zq80517x";

    private static final String CLOSE = "Connection: close\r\n";

    private final String read;
    private final String write;
    private final String token;
    private final List<Hostile> all = new ArrayList<>();

    /**
     * The requests for one port.
     *
     * @param read an address there that is read without a token
     * @param write an address there to which JSON is sent
     * @param token of whoever may send it
     */
    private HostileRequests(String read, String write, String token) {
        this.read = read;
        this.write = write;
        this.token = token;
    }

    static List<Hostile> to(String read, String write, String token) {
        HostileRequests requests = new HostileRequests(read, write, token);
        requests.linesThatAreNone();
        requests.headersThatAreNone();
        requests.lengthsThatDisagree();
        requests.addresses();
        requests.otherProtocols();
        requests.bodies();
        requests.tokens();
        requests.headersWithBadValues();
        return Collections.unmodifiableList(requests.all);
    }

    private void linesThatAreNone() {
        add("a line without a version", mark -> "GET /" + mark + "\r\nHost: " + mark + "\r\n\r\n");
        add("a line with a fourth word", mark -> "GET / HTTP/1.1 " + mark + "\r\nHost: x\r\n\r\n");
        add("a line of one word", mark -> mark + "\r\n\r\n");
        add("no method", mark -> " /" + mark + " HTTP/1.1\r\nHost: x\r\n\r\n");
        add("a method of other letters", mark -> "G\u00e9T" + mark + " / HTTP/1.1\r\nHost: x\r\n\r\n");
        add("a method with a bracket", mark -> "GET(" + mark + ") / HTTP/1.1\r\nHost: x\r\n\r\n");
        add("an unknown method", mark -> mark + " " + read + " HTTP/1.1\r\nHost: x\r\n" + CLOSE + "\r\n");
        add("a method that is too long", mark -> mark.repeat(2_000) + " / HTTP/1.1\r\nHost: x\r\n\r\n");
        add("another version", mark -> "GET /" + mark + " HTTP/3.7\r\nHost: x\r\n\r\n");
        add("a version of other letters", mark -> "GET / HTTP/" + mark + "\r\nHost: x\r\n\r\n");
        add("a line that ends with LF", mark -> "GET /" + mark + " HTTP/1.1\nHost: x\n" + CLOSE + "\n");
        add("a line that ends with CR", mark -> "GET /" + mark + " HTTP/1.1\rHost: x\r\r");
        add("NUL in the line", mark -> "GET /\0" + mark + " HTTP/1.1\r\nHost: x\r\n\r\n");
        add("a line that does not end", mark -> "GET /" + mark.repeat(20_000));
        cutOff("a line that breaks off", mark -> "GET /" + mark);
    }

    private void headersThatAreNone() {
        add("a name with a space", mark -> head("X " + mark + ": " + mark));
        add("a name with a bracket", mark -> head("X(" + mark + "): " + mark));
        add("an empty name", mark -> head(": " + mark));
        add("a header without a colon", mark -> head(mark));
        add("a name of other letters", mark -> head("X\u00e9" + mark + ": " + mark));
        add("a space before the colon", mark -> head("X-" + mark + " : " + mark));
        ignorable("a folded header", mark -> head("X-Folded: a\r\n " + mark));
        add("NUL in a value", mark -> head("X-" + mark + ": a\0" + mark));
        add("NUL in a name", mark -> head("X\0" + mark + ": " + mark));
        add("a control character in a value", mark -> head("X-Control: \u0001" + mark));
        add("CR in a value", mark -> head("X-Return: a\r" + mark));
        ignorable(
                "a header that ends with LF",
                mark -> "GET " + read + " HTTP/1.1\r\nHost: x\nX: " + mark + "\n" + CLOSE + "\n");
        add("no host", mark -> "GET /" + mark + " HTTP/1.1\r\n" + CLOSE + "\r\n");
        add("two hosts", mark -> head("Host: " + mark));
        add("a host that is none", mark -> "GET " + read + " HTTP/1.1\r\nHost: a b/" + mark + "\r\n" + CLOSE + "\r\n");
        add("a host with an account", mark -> "GET " + read + " HTTP/1.1\r\nHost: " + mark + "@x\r\n" + CLOSE + "\r\n");
        publicly("a header that is too large", mark -> head("X-Large: " + mark.repeat(1_500)));
        add("a header that is much too large", mark -> head("X-Large: " + mark.repeat(20_000)));
        add("too many headers", mark -> head(("X-Many: " + mark + "\r\n").repeat(1_000) + "X: 1"));
        cutOff("headers that break off", mark -> "GET /" + mark + " HTTP/1.1\r\nHost: x\r\nX-Broken: " + mark);
    }

    private void lengthsThatDisagree() {
        add("two lengths", mark -> sent("Content-Length: 5\r\nContent-Length: 50", "\"" + mark + "\""));
        add("a list of lengths", mark -> sent("Content-Length: 5, 50", "\"" + mark + "\""));
        add("a length below nothing", mark -> sent("Content-Length: -1", "\"" + mark + "\""));
        add("a length that is no number", mark -> sent("Content-Length: " + mark, "\"" + mark + "\""));
        add("a length beyond all", mark -> sent("Content-Length: 99999999999999999999", "\"" + mark + "\""));
        add("a length with a sign", mark -> sent("Content-Length: +5", "\"" + mark + "\""));
        add("a length that is not sent", mark -> sent("Content-Length: 500", "{\"" + mark + "\":"));
        add(
                "a length and chunks",
                mark -> sent(
                        "Content-Length: 4\r\nTransfer-Encoding: chunked",
                        "1e\r\n{\"" + mark + "\": \"" + mark + "\"}\r\n0\r\n\r\nGET /" + mark
                                + " HTTP/1.1\r\nHost: x\r\n\r\n"));
        add("an unknown coding", mark -> sent("Transfer-Encoding: " + mark, mark));
        add("chunks that are not the last coding", mark -> sent("Transfer-Encoding: chunked, gzip", mark));
        add("chunks twice", mark -> sent("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "0\r\n\r\n"));
        add("chunks spelt otherwise", mark -> sent("Transfer-Encoding: \u000bchunked", "5\r\n" + mark));
        add(
                "chunks in HTTP/1.0",
                mark -> "POST " + write
                        + " HTTP/1.0\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n\""
                        + mark);
        add("a chunk without a size", mark -> chunked("zz\r\n{\"" + mark + "\":1}\r\n0\r\n\r\n"));
        add("a chunk below nothing", mark -> chunked("-1\r\n{\"" + mark + "\":1}\r\n0\r\n\r\n"));
        add("a chunk beyond all", mark -> chunked("fffffffffffffffff\r\n{\"" + mark + "\":1}\r\n0\r\n\r\n"));
        add("a chunk that is longer than it says", mark -> chunked("2\r\n{\"" + mark + "\":1}\r\n0\r\n\r\n"));
        add("chunks that break off", mark -> chunked("50\r\n{\"" + mark + "\":"));
        add("an extension of a chunk", mark -> chunked("2;" + mark.repeat(2_000) + "=1\r\n{}\r\n0\r\n\r\n"));
        add("a bad trailer", mark -> chunked("2\r\n{}\r\n0\r\nX " + mark + ": " + mark + "\r\n\r\n"));
        add("a trailer that is too large", mark -> chunked("2\r\n{}\r\n0\r\nX: " + mark.repeat(2_000) + "\r\n\r\n"));
    }

    private void addresses() {
        add("the absolute form of another server", mark -> get("http://" + mark + ".example/" + mark));
        add("the absolute form of no server", mark -> get("http://"));
        add("the form of an authority", mark -> get(mark + ":443"));
        add("an asterisk", mark -> get("*"));
        add("CONNECT", mark -> "CONNECT " + mark + ":443 HTTP/1.1\r\nHost: " + mark + "\r\n" + CLOSE + "\r\n");
        add("TRACE", mark -> "TRACE " + read + " HTTP/1.1\r\nHost: x\r\nX-Mark: " + mark + "\r\n" + CLOSE + "\r\n");
        add("an encoded slash", mark -> get("/a%2f" + mark));
        add("an encoded backslash", mark -> get("/a%5C" + mark));
        add("a backslash", mark -> get("/a\\" + mark));
        add("encoded dots", mark -> get("/%2e%2e/%2e%2e/" + mark));
        add("dots", mark -> get("/../../" + mark));
        add("a semicolon", mark -> get("/a;" + mark + "=1/b"));
        add("an encoded semicolon", mark -> get("/a%3b" + mark));
        add("two slashes", mark -> get("//" + mark));
        add("an encoded per cent", mark -> get("/a%25" + mark));
        add("an encoded NUL", mark -> get("/a%00" + mark));
        add("an encoded line end", mark -> get("/a%0d%0a" + mark));
        add("UTF-8 that is none", mark -> get("/%c3%28" + mark));
        add("UTF-8 that is too long", mark -> get("/%c0%af" + mark));
        add("a per cent without a number", mark -> get("/%zz" + mark));
        add("a per cent at the end", mark -> get("/" + mark + "%"));
        add("a character that no address has", mark -> get("/{" + mark + "}|\"<>"));
        add("an address in raw UTF-8", mark -> get("/\u00e6\u009d\u00ad" + mark));
        add("a fragment", mark -> get("/#" + mark));
        add("an address that is too long", mark -> get("/" + mark.repeat(800)));
        publicly("a query that is too long", mark -> get(read + "?q=" + mark.repeat(800)));
        add("a bad per cent in the query", mark -> get(read + "?%zz" + mark + "=%" + mark));
        publicly("NUL in the query", mark -> get(read + "?" + mark + "=%00" + mark));
        add("a query of very many parameters", mark -> get(read + "?" + "a&".repeat(2_500) + mark));
        add("a query with brackets", mark -> get(read + "?a[" + mark + "]=1"));
        add("the page of errors", mark -> get("/error?" + mark));
        add("an address that is not there", mark -> get("/" + mark));
    }

    private void otherProtocols() {
        cutOff("the preface of HTTP/2", mark -> "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + mark);
        ignorable("a wish for HTTP/2", mark -> head("Upgrade: h2c\r\nHTTP2-Settings: " + mark));
        ignorable("a wish for a socket", mark -> head("Upgrade: websocket\r\nSec-WebSocket-Key: " + mark));
        add(
                "the hello of TLS",
                mark -> "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003" + mark.repeat(20));
        add(
                "the start of a proxy",
                mark -> "PROXY TCP4 203.0.113.9 " + mark + " 1 2\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n");
        add("another protocol", mark -> "SSH-2.0-" + mark + "\r\n");
        add("bytes", mark -> "\0\1\2\u00ff\u00fe" + mark + "\r\n\r\n");
    }

    private void bodies() {
        add("JSON that is none", mark -> json("{\"" + mark + "\": " + mark + "}"));
        add("JSON that breaks off", mark -> json("{\"" + mark + "\": \"" + mark));
        add("an unknown member", mark -> json("{\"" + mark + "\": \"" + mark + "\"}"));
        add("a member twice", mark -> json("{\"window\": \"" + mark + "\", \"window\": \"" + mark + "\"}"));
        add("deep JSON", mark -> json("{\"" + mark + "\":".repeat(2_000) + "1" + "}".repeat(2_000)));
        add("deep lists", mark -> json("[".repeat(20_000) + "\"" + mark + "\""));
        add("a number beyond all", mark -> json("{\"window\": " + "9".repeat(2_000) + ", \"item\": \"" + mark + "\"}"));
        add("a bad escape", mark -> json("{\"item\": \"\\q" + mark + "\"}"));
        add("half a character", mark -> json("{\"item\": \"\\ud800" + mark + "\"}"));
        add("NUL in JSON", mark -> json("{\"item\": \"\\u0000" + mark + "\"}"));
        add("JSON in Latin-1", mark -> json("{\"item\": \"\u00e9" + mark + "\"}"));
        add("a list in place of an object", mark -> json("[\"" + mark + "\"]"));
        add("a text in place of an object", mark -> json("\"" + mark + "\""));
        add("YAML", mark -> typed("application/yaml", "item: &a [*a]\nwindow: " + mark));
        add(
                "XML with an entity",
                mark -> typed(
                        "application/xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///" + mark + "\">]><a>&b;</a>"));
        add("a form", mark -> typed("application/x-www-form-urlencoded", "item=" + mark + "&window=" + mark));
        add(
                "parts",
                mark -> typed(
                        "multipart/form-data; boundary=" + mark,
                        "--" + mark + "\r\nContent-Disposition: form-data; name=\"" + mark + "\"; filename=\"" + mark
                                + "\"\r\n\r\n" + mark + "\r\n--" + mark + "--\r\n"));
        add("parts without a boundary", mark -> typed("multipart/form-data", mark));
        add("a type that is none", mark -> typed(mark, "{}"));
        add("a character set that is none", mark -> typed("application/json; charset=" + mark, "{}"));
        add("a packed body", mark -> sent("Content-Encoding: gzip\r\nContent-Length: 20", mark + mark + mark));
        add("an expectation that is none", mark -> sent("Expect: " + mark + "\r\nContent-Length: 2", "{}"));
    }

    private void tokens() {
        for (String header : List.of(
                "Basic %s",
                "Bearer",
                "Bearer %s",
                "Bearer %s.%s.%s",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiI%s.",
                "Bearer eyJhbGciOiJIUzI1NiJ9.%s.%s",
                "Bearer a b %s",
                "Bearer ,%s",
                "Digest username=\"%s\"",
                "Negotiate %s",
                "%s",
                "bearer\t%s",
                "Bearer \"%s\"")) {
            publicly(
                    "Authorization: " + header.replace("%s", "…"),
                    mark -> asked(write, "Authorization: " + header.replace("%s", mark)));
        }
        publicly(
                "two tokens",
                mark -> asked(write, "Authorization: Bearer " + mark + "\r\nAuthorization: Bearer " + token));
        publicly("a token that is changed", mark -> asked(write, "Authorization: Bearer " + token + mark));
        publicly("a token in the query", mark -> get(write + "?access_token=" + mark));
        publicly(
                "a token in the query and a header",
                mark -> asked(write + "?access_token=" + mark, "Authorization: Bearer " + token));
        publicly("a token in a form", mark -> typed("application/x-www-form-urlencoded", "access_token=" + mark));
        publicly("a token that is too long", mark -> asked(write, "Authorization: Bearer " + mark.repeat(1_500)));
    }

    private void headersWithBadValues() {
        for (String header : List.of("Idempotency-Key", "If-Match", "Visit-Pass")) {
            add(header + " that is none", mark -> json("{\"" + mark + "\": 1}", header + ": \"" + mark + "\0"));
            add(header + " that is too long", mark -> json("{\"" + mark + "\": 1}", header + ": " + mark.repeat(200)));
            add(
                    header + " twice",
                    mark -> json("{\"" + mark + "\": 1}", header + ": " + mark + "\r\n" + header + ": " + mark));
            add(header + " in other letters", mark -> json("{\"" + mark + "\": 1}", header + ": \u00e9" + mark));
        }
        for (String header : List.of(
                "Accept: %s",
                "Accept: application/xml;q=%s",
                "Accept: application/json;q=9, %s/%s/%s",
                "Accept: " + "text/%s, ".repeat(100) + "*/*",
                "Accept-Language: %s;q=%s",
                "Accept-Language: " + "%s-a;q=0.1, ".repeat(300) + "en",
                "Accept-Language: \u00e9%s",
                "Accept-Encoding: %s;q=x",
                "traceparent: %s",
                "traceparent: 00-%s-%s-zz",
                "tracestate: =%s,,%s",
                "baggage: %s=%s;=,",
                "b3: %s",
                "X-B3-TraceId: %s",
                "X-Request-Id: %s%%\"",
                "X-Request-Id: \u00e9%s",
                "X-Forwarded-For: %s, 203.0.113.9",
                "X-Forwarded-Host: %s",
                "X-Forwarded-Proto: %s",
                "X-Forwarded-Port: %s",
                "X-Forwarded-Prefix: /%s",
                "Forwarded: for=\"%s",
                "X-HTTP-Method-Override: %s",
                "X-Original-URL: /%s",
                "Cookie: %s",
                "Cookie: a=\"%s; $Version=1; \u0001=%s",
                "Cookie: JSESSIONID=%s",
                "Origin: %s",
                "Origin: https://%s.example",
                "Referer: javascript:%s",
                "User-Agent: ${jndi:ldap://%s}",
                "Range: bytes=%s",
                "Range: bytes=0-0,5-1,%s-",
                "Range: bytes=" + "0-0,".repeat(1_000) + "%s",
                "If-None-Match: %s",
                "If-None-Match: " + "\"%s\", ".repeat(500) + "*",
                "Cookie: " + "a=%s; ".repeat(500) + "a=b",
                "If-Modified-Since: %s",
                "If-Unmodified-Since: 99 %s 9999",
                "TE: %s",
                "Trailer: %s",
                "Upgrade-Insecure-Requests: %s",
                "Connection: %s, close")) {
            ignorable(
                    named(header),
                    mark -> "GET " + read + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header.replace("%s", mark)
                            + "\r\n\r\n");
        }
        publicly(
                "a question of a browser",
                mark -> "OPTIONS " + write + " HTTP/1.1\r\nHost: x\r\n" + CLOSE + "Origin: https://"
                        + mark + ".example\r\nAccess-Control-Request-Method: " + mark
                        + "\r\nAccess-Control-Request-Headers: " + mark + "\r\n\r\n");
    }

    private void add(String name, Text text) {
        all.add(new Hostile(name, text.with(mark()), Due.REFUSAL));
    }

    /** Whoever understands no such header, or repairs what is wrong with it, may pass over it (RFC 9110, section 5.1; RFC 9112). */
    private void ignorable(String name, Text text) {
        all.add(new Hostile(name, text.with(mark()), Due.REFUSAL_OR_ANSWER));
    }

    /** The management port asks for no token and reads no query. */
    private void publicly(String name, Text text) {
        all.add(new Hostile(name, text.with(mark()), Due.REFUSAL_ON_THE_PUBLIC_PORT));
    }

    /** No whole request, so that nobody waits for an answer. */
    private void cutOff(String name, Text text) {
        all.add(new Hostile(name, text.with(mark()), Due.REFUSAL_OR_SILENCE));
    }

    private static String named(String header) {
        String name = header.replace("%s", "…");
        return name.length() > 60 ? name.substring(0, 60) + "… (" + header.length() + ")" : name;
    }

    private String mark() {
        return MARK + "%03d".formatted(all.size());
    }

    private String get(String address) {
        return "GET " + address + " HTTP/1.1\r\nHost: x\r\n" + CLOSE + "\r\n";
    }

    private String head(String header) {
        return asked(read, header);
    }

    private static String asked(String address, String header) {
        return "GET " + address + " HTTP/1.1\r\nHost: x\r\n" + CLOSE + header + "\r\n\r\n";
    }

    private String sent(String headers, String body) {
        return "POST " + write + " HTTP/1.1\r\nHost: x\r\n" + CLOSE + "Authorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\n" + headers + "\r\n\r\n" + body;
    }

    private String chunked(String body) {
        return sent("Transfer-Encoding: chunked", body);
    }

    private String json(String body, String... more) {
        StringBuilder headers = new StringBuilder("Content-Length: ").append(body.length());
        for (String header : more) {
            headers.append("\r\n").append(header);
        }
        return sent(headers.toString(), body);
    }

    private String typed(String type, String body) {
        return "POST " + write + " HTTP/1.1\r\nHost: x\r\n" + CLOSE + "Authorization: Bearer " + token
                + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** A request around its mark. */
    private interface Text {
        String with(String mark);
    }

    /** What may be answered. */
    enum Due {
        REFUSAL,
        REFUSAL_ON_THE_PUBLIC_PORT,
        REFUSAL_OR_ANSWER,
        REFUSAL_OR_SILENCE
    }

    /**
     * A request as it is sent.
     *
     * @param text a character for each byte
     */
    record Hostile(String name, String text, Due due) {

        byte[] bytes() {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
